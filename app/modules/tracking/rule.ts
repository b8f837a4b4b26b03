import type { AttributionRule } from "~/modules/campaigns/brief.schemas";

/** A campaign's rule of attribution, to be shown in words. */
export type RuleInWords = { campaign: string; rule: AttributionRule; windowDays: number };
