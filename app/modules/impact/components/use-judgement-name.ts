import { useTranslation } from "react-i18next";
import type { Reason } from "~/modules/tracking/reasons";
import type { Verdict } from "~/modules/tracking/verdict";
import { useMessage } from "~/ui/message";

/** The words for verdicts and reasons, as the about page and the dashboards have them. */
export function useJudgementName() {
  const { t } = useTranslation("tracking");
  const say = useMessage();
  return {
    verdict: (verdict: Verdict) => t(`about.counting.verdict.${verdictKey(verdict)}`),
    reason: (reason: Reason) => say(`impact:uncounted.reason.${reason.replace(":", "_")}`),
  };
}

const verdictKey = (verdict: Verdict) => verdict.toLowerCase() as Lowercase<Verdict>;
