import { useTranslation } from "react-i18next";
import type { AttributionRule } from "./brief.schemas";

/** A brief's rule of attribution in sentences, one a line. */
export function useRuleText(): (rule: AttributionRule) => string[] {
  const { t } = useTranslation("campaigns");
  return ({ model, couponFirst, handles, buyers }) => [
    t(`attribution.model.${model}`),
    t(couponFirst ? "attribution.couponFirst" : "attribution.linkFirst"),
    t(`attribution.handles.${handles}`),
    t(`attribution.buyers.${buyers}`),
  ];
}
