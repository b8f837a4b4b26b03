import { addDays, localDay } from "~/kernel/time";
import { addPhoto } from "~/modules/products/commands/add-photo.server";
import { changeProductStatus } from "~/modules/products/commands/change-product-status.server";
import { createProduct as createDraft } from "~/modules/products/commands/create-product.server";
import { saveLicence } from "~/modules/products/commands/save-licence.server";
import { setListings } from "~/modules/products/commands/set-listings.server";
import type { LicenceKind } from "~/modules/products/licences";
import type { Channel } from "~/modules/products/listings";
import type { ProductKind } from "~/modules/products/product";
import type { Ctx } from "~/platform/context.server";
import { randomToken, sha256 } from "~/platform/secrets.server";

export type ProductTraits = {
  institutionId: string;
  name?: string;
  kind?: ProductKind;
  priceRupiah?: bigint;
  unit?: string;
  story?: string;
  listings?: Partial<Record<Channel, string>>;
  /** Files of real photos. Without any, a photo's row stands in, for which no picture is drawn. */
  photos?: Uint8Array[];
  /** DRAFT leaves it without a photo, so that a test can take the steps itself. */
  status?: "DRAFT" | "ACTIVE";
};

export type MadeProduct = { id: string; slug: string; name: string; institutionId: string };

const STORY =
  "Dibuat sedikit demi sedikit di bengkel kerja, dari bahan pilihan di sekitar Lapas, lalu diperiksa satu per satu sebelum dikemas.";

let serial = 0;

/** A product that is on offer (a draft, if told so), sold on WhatsApp unless told otherwise. */
export async function createProduct(ctx: Ctx, traits: ProductTraits): Promise<MadeProduct> {
  serial += 1;
  const name = traits.name ?? `Talenan Kayu ${serial}`;
  const product = await createDraft(ctx, {
    institutionId: traits.institutionId,
    name,
    kind: traits.kind ?? "CRAFT",
    priceRupiah: traits.priceRupiah ?? 75_000n,
    unit: traits.unit ?? "buah",
    story: traits.story ?? STORY,
  });
  await setListings(ctx, {
    productId: product.id,
    listings: traits.listings ?? { WHATSAPP: "081234567890" },
  });
  for (const bytes of traits.photos ?? []) await addPhoto(ctx, { productId: product.id, bytes });
  if (traits.status !== "DRAFT") {
    if (!traits.photos?.length) await standInPhoto(ctx, product.id);
    await changeProductStatus(ctx, { productId: product.id, step: "activate" });
  }
  return { ...product, name, institutionId: traits.institutionId };
}

/** Drawing and encoding a picture takes seconds; where a test only needs there to be one, its row is enough. */
async function standInPhoto(ctx: Ctx, productId: string): Promise<void> {
  const token = randomToken();
  await ctx.db.productPhoto.create({
    data: {
      productId,
      position: 0,
      width: 960,
      height: 960,
      widths: [320, 640, 960],
      colour: "#8a5a2b",
      storageKey: `product/${token}`,
      sha256: sha256(token),
    },
  });
}

/** Numbers of the right form; P-IRT's last two digits name the year of its end. */
function numberOf(kind: LicenceKind, endYear: string): string {
  const numbers: Record<LicenceKind, string> = {
    NIB: "9120001234567",
    PIRT: `2063517010045-${endYear}`,
    HALAL: "ID31110000123456",
    BPOM_FOOD: "MD 234567890123",
    BPOM_COSMETIC: "NA18261234567",
    TRADEMARK: "IDM000123456",
    SNI: "SNI 3140:2010",
  };
  return numbers[kind];
}

const ENDING: ReadonlySet<LicenceKind> = new Set(["PIRT", "BPOM_FOOD", "BPOM_COSMETIC"]);

/**
 * Records licences that are in force.
 * @param daysLeft until they end, for those kinds that do; negative for ones that have ended
 */
export async function addLicences(
  ctx: Ctx,
  productId: string,
  kinds: readonly LicenceKind[],
  daysLeft = 700,
): Promise<void> {
  const end = addDays(localDay(ctx.clock.now(), "Asia/Jakarta"), daysLeft);
  for (const kind of kinds) {
    const licence = {
      kind,
      number: numberOf(kind, end.slice(2, 4)),
      ...(ENDING.has(kind) ? { expiresOn: end } : {}),
    };
    await saveLicence(ctx, { productId, licence });
  }
}
