import { useTranslation } from "react-i18next";
import type { SiteState } from "../../queries/order-sources.server";
import { CALL_SNIPPET, CONSENT_SNIPPET, everyPageSnippet, thankYouSnippet } from "../../source-snippets";
import { CodeBlock, More } from "./code-block";

/** How a shop's owner puts the script in its place, and what it does there. */
export function SiteSteps({ site, origin }: { site: SiteState; origin: string }) {
  const { t } = useTranslation("tracking");
  const place = { origin, key: site.key };
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-2">
        <h3 className="font-semibold">{t("sources.page.step1")}</h3>
        <p className="text-ink-muted text-sm">{t("sources.page.step1Text")}</p>
        <CodeBlock code={everyPageSnippet(place, false)} label={t("sources.page.step1")} />
      </div>
      <div className="flex flex-col gap-2">
        <h3 className="font-semibold">{t("sources.page.step2")}</h3>
        <p className="text-ink-muted text-sm">{t("sources.page.step2Text")}</p>
        <CodeBlock code={thankYouSnippet(place)} label={t("sources.page.step2")} />
      </div>
      <div>
        <More title={t("sources.page.call")}>
          <p className="text-ink-muted text-sm">{t("sources.page.callText")}</p>
          <CodeBlock code={CALL_SNIPPET} label={t("sources.page.call")} />
        </More>
        <More title={t("sources.page.consent")}>
          <p className="text-ink-muted text-sm">{t("sources.page.consentText")}</p>
          <CodeBlock code={everyPageSnippet(place, true)} label={t("sources.page.step1")} />
          <CodeBlock code={CONSENT_SNIPPET} label={t("sources.page.consent")} />
        </More>
        <More title={t("sources.page.whatTitle")}>
          <p className="text-sm">{t("sources.page.whatText")}</p>
        </More>
        <More title={t("sources.page.gradeTitle")}>
          <p className="text-sm">{t("sources.page.gradeText")}</p>
          <p className="text-sm">{t("sources.page.csp", { origin })}</p>
        </More>
      </div>
    </div>
  );
}
