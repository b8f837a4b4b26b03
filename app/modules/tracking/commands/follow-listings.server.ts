import { announceChange } from "~/platform/changes.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { destinationUrlOf, keepMainLinks, lockClaim } from "../internal/main-links.server";
import { LINK_DESTINATIONS } from "../link-destination";

/**
 * Follows a product to where it is sold now: the addresses that its links show on pages are turned to their shops' new
 * ones (to the product's page where a shop is gone), and claims get links for shops that are new. Clicks do not wait
 * for it: the redirect follows the listings themselves. Doing it again changes nothing.
 */
export async function followListings(
  ctx: Ctx,
  input: { productId: string },
): Promise<{ turned: number; made: number }> {
  const turned = await turnLinks(ctx, input.productId);
  const claims = await ctx.db.claim.findMany({
    where: {
      status: "ACCEPTED",
      campaign: { productId: input.productId, status: { in: ["PUBLISHED", "PAUSED"] } },
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  let made = 0;
  for (const { id } of claims) {
    // One by one, so that no claim stays locked while five hundred others are seen to.
    made += await inTransaction(
      ctx,
      async (tx) => (await keepMainLinks(ctx, tx, await lockClaim(tx, id))).made,
    );
  }
  return { turned, made };
}

async function turnLinks(ctx: Ctx, productId: string): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const product = await tx.product.findUniqueOrThrow({
      where: { id: productId },
      select: { slug: true, listings: { select: { channel: true, url: true } } },
    });
    let turned = 0;
    for (const destination of LINK_DESTINATIONS) {
      const url = destinationUrlOf(destination, product);
      const { count } = await tx.referralLink.updateMany({
        where: { productId, destination, destinationUrl: { not: url } },
        data: { destinationUrl: url },
      });
      turned += count;
    }
    // The redirect was told when the listings changed; this is a net under it.
    await announceChange(tx, "product", productId);
    return turned;
  });
}
