import { AppError } from "~/kernel/app-error";
import type { Tx } from "~/platform/db.server";

export type ProductRow = {
  id: string;
  institutionId: string;
  name: string;
  priceRupiah: bigint;
  listings: string[];
};

/**
 * The product that a brief promotes.
 * @throws AppError `invalid` (at `productId`) when there is none, or it is another institution's.
 */
export async function productFor(tx: Tx, productId: string, institutionId: string): Promise<ProductRow> {
  const product = await tx.product.findUnique({
    where: { id: productId },
    select: {
      id: true,
      institutionId: true,
      name: true,
      priceRupiah: true,
      listings: { select: { channel: true } },
    },
  });
  if (product?.institutionId !== institutionId) {
    throw new AppError("invalid", `product ${productId} is not of institution ${institutionId}`, {
      fields: { productId: [{ key: "campaigns:error.product" }] },
    });
  }
  return { ...product, listings: product.listings.map((listing) => listing.channel) };
}
