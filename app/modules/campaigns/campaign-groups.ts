import type { CampaignStatus } from "./campaign";

/** How a Lapas looks at its campaigns: what runs, what is being written, what is over. */
export const CAMPAIGN_GROUPS = {
  running: ["PUBLISHED", "PAUSED"],
  drafts: ["DRAFT"],
  past: ["CLOSED", "ARCHIVED"],
} as const satisfies Record<string, readonly CampaignStatus[]>;

export type CampaignGroup = keyof typeof CAMPAIGN_GROUPS;

export const CAMPAIGN_GROUP_NAMES = ["running", "drafts", "past"] as const satisfies CampaignGroup[];

/** The group that an address names; what runs, when it names none. */
export function readCampaignGroup(search: URLSearchParams): CampaignGroup {
  return CAMPAIGN_GROUP_NAMES.find((name) => name === search.get("kelompok")) ?? "running";
}
