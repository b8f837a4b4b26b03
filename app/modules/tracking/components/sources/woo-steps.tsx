import { useTranslation } from "react-i18next";
import { wordpressSnippet } from "../../source-snippets";
import { CodeBlock, More } from "./code-block";

const STEPS = ["step1", "step2", "step3", "step4", "step5"] as const;

/** What is done in WordPress, step by step. */
export function WooSteps({ origin, siteKey }: { origin: string; siteKey: string | null }) {
  const { t } = useTranslation("tracking");
  return (
    <div>
      <More title={t("sources.woo.steps")}>
        <ol className="flex list-decimal flex-col gap-2 pl-5 text-sm">
          {STEPS.map((step) => (
            <li key={step}>{t(`sources.woo.${step}`)}</li>
          ))}
        </ol>
        {siteKey ? (
          <CodeBlock code={wordpressSnippet({ origin, key: siteKey })} label="PHP" />
        ) : (
          <p className="font-semibold text-sm">{t("sources.woo.needsKey")}</p>
        )}
      </More>
      <More title={t("sources.woo.statusTitle")}>
        <p className="text-sm">{t("sources.woo.statusText")}</p>
        <p className="text-sm">{t("sources.woo.privacy")}</p>
      </More>
    </div>
  );
}
