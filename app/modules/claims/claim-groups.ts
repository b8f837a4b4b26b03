import type { ClaimStatus } from "./claim";

/** How an influencer looks at the own claims. */
export const CLAIM_GROUPS = {
  active: ["APPLIED", "ACCEPTED"],
  past: ["REJECTED", "WITHDRAWN"],
} as const satisfies Record<string, readonly ClaimStatus[]>;

export type ClaimGroup = keyof typeof CLAIM_GROUPS;

export const CLAIM_GROUP_NAMES = ["active", "past"] as const satisfies ClaimGroup[];

/** The group that an address names; the active ones, when it names none. */
export function readClaimGroup(search: URLSearchParams): ClaimGroup {
  return CLAIM_GROUP_NAMES.find((name) => name === search.get("kelompok")) ?? "active";
}
