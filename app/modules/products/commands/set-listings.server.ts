import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import { announceChange } from "~/platform/changes.server";
import type { Ctx } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { inTransaction } from "~/platform/transaction.server";
import { authorisedProduct, lockProduct } from "../internal/product-scope.server";
import { CHANNELS } from "../listings";
import { type SetListingsInput, setListingsSchema } from "../product.schemas";
import { listingsChanged } from "../products.jobs";

/**
 * Says where a product is sold, all channels at once; one left empty is taken off. An active product keeps at least
 * one, for its page is what referral links lead to.
 * @throws AppError `not_found`, `forbidden`, `invalid`; ZodError for addresses that are not the channel's.
 */
export async function setListings(ctx: Ctx, input: SetListingsInput): Promise<{ count: number }> {
  const { productId, listings } = setListingsSchema.parse(input);
  const kept = CHANNELS.flatMap((channel) => {
    const url = listings[channel];
    return url ? [{ channel, url }] : [];
  });
  return inTransaction(ctx, async (tx) => {
    await lockProduct(tx, productId);
    const product = await authorisedProduct(ctx, tx, productId, "product.edit");
    if (product.status === "ACTIVE" && kept.length === 0) {
      throw new AppError("invalid", "an active product is sold somewhere", {
        message: { key: "products:error.lastListing" },
      });
    }
    await tx.productListing.deleteMany({
      where: { productId, channel: { notIn: kept.map((listing) => listing.channel) } },
    });
    for (const { channel, url } of kept) {
      await tx.productListing.upsert({
        where: { productId_channel: { productId, channel } },
        create: { productId, channel, url },
        update: { url },
      });
    }
    await announceChange(tx, "product", productId);
    await enqueue(tx, listingsChanged, { productId });
    await audit(tx, ctx, {
      action: "product.listingsSet",
      entity: "product",
      entityId: productId,
      institutionId: product.institutionId,
      data: { channels: kept.map((listing) => listing.channel) },
    });
    return { count: kept.length };
  });
}
