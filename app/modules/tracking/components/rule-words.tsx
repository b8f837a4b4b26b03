import { useTranslation } from "react-i18next";
import { useRuleText } from "~/modules/campaigns/attribution-text";
import type { RuleInWords } from "../rule";

/** The rule that decides, sentence by sentence: the campaign's own, and how it meets other campaigns'. */
export function RuleWords({ rule, version }: { rule: RuleInWords; version?: number }) {
  const { t } = useTranslation("tracking");
  const ruleText = useRuleText();
  return (
    <div>
      <h3 className="font-semibold text-sm">{t("rule.title", { campaign: rule.campaign })}</h3>
      <ul className="mt-1.5 flex list-disc flex-col gap-1 pl-5 text-ink-muted text-sm">
        <li>{t("rule.window", { count: rule.windowDays })}</li>
        {ruleText(rule.rule).map((line) => (
          <li key={line}>{line}</li>
        ))}
        <li>{t("rule.campaigns")}</li>
      </ul>
      {version === undefined ? null : (
        <p className="mt-1.5 text-ink-muted text-xs">{t("rule.version", { version })}</p>
      )}
    </div>
  );
}
