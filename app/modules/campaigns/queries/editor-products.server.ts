import type { Rupiah } from "~/kernel/rupiah";
import type { Channel } from "~/modules/products/listings";
import type { Ctx } from "~/platform/context.server";
import { FIRST_PHOTO, type ProductPicture, pictureOf } from "./product-picture.server";

export type EditorProduct = {
  id: string;
  name: string;
  status: "DRAFT" | "ACTIVE";
  priceRupiah: Rupiah;
  unit: string;
  channels: Channel[];
  picture: ProductPicture | null;
};

/** The products that a brief of this institution may promote; archived ones are left out. @throws `forbidden`. */
export async function editorProducts(
  ctx: Ctx,
  input: { institutionId: string; regionId: string },
): Promise<EditorProduct[]> {
  ctx.authorize("campaign.edit", input);
  const rows = await ctx.db.product.findMany({
    where: { institutionId: input.institutionId, status: { in: ["ACTIVE", "DRAFT"] } },
    orderBy: [{ status: "desc" }, { name: "asc" }],
    select: {
      id: true,
      name: true,
      status: true,
      priceRupiah: true,
      unit: true,
      listings: { select: { channel: true } },
      photos: FIRST_PHOTO,
    },
  });
  return rows.map(({ listings, photos, status, ...row }) => ({
    ...row,
    status: status === "ACTIVE" ? "ACTIVE" : "DRAFT",
    channels: listings.map((listing) => listing.channel),
    picture: pictureOf({ name: row.name, photos }),
  }));
}
