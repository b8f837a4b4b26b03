import type { UserMessage } from "~/kernel/app-error";
import type { Tx } from "~/platform/db.server";
import type { BriefDraft } from "../brief.schemas";
import type { PublicationFacts } from "../publication";
import { productFor } from "./product-facts.server";

/** What the licence gate said about the product of a draft. */
export type Gate = { productId: string; refusals: UserMessage[] };

export type FactsOf = { institutionId: string; draft: BriefDraft; slotsTaken: number };

/** What the checklist needs to know beside the draft. @throws AppError `invalid` when the product is not theirs. */
export async function publicationFacts(
  tx: Tx,
  campaign: FactsOf,
  gate: Gate,
  now: Date,
): Promise<PublicationFacts> {
  const { priceRupiah, listings } = await productFor(tx, campaign.draft.productId, campaign.institutionId);
  return {
    now,
    product: { priceRupiah, listings, refusals: gate.refusals },
    slotsTaken: campaign.slotsTaken,
  };
}
