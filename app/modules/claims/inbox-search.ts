import { isId } from "~/kernel/id";
import { CLAIM_STATUSES, type ClaimStatus } from "./claim";

/** Reads the inbox's filters from its address; what is unknown there filters nothing. */
export function readInboxSearch(search: URLSearchParams): {
  status: ClaimStatus;
  campaignId: string | undefined;
  cursor: string | undefined;
} {
  const campaignId = search.get("kampanye");
  return {
    status: CLAIM_STATUSES.find((status) => status === search.get("status")) ?? "APPLIED",
    campaignId: isId(campaignId) ? campaignId : undefined,
    cursor: search.get("cursor") ?? undefined,
  };
}
