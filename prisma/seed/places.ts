import { addDays, localDay } from "~/kernel/time";
import { ensureRegions } from "~/modules/institutions/commands/ensure-regions.server";
import { registerInstitution } from "~/modules/institutions/commands/register-institution.server";
import { addPhoto } from "~/modules/products/commands/add-photo.server";
import { changeProductStatus } from "~/modules/products/commands/change-product-status.server";
import { createProduct } from "~/modules/products/commands/create-product.server";
import { designateFlagship } from "~/modules/products/commands/designate-flagship.server";
import { saveLicence } from "~/modules/products/commands/save-licence.server";
import { setListings } from "~/modules/products/commands/set-listings.server";
import type { Channel } from "~/modules/products/listings";
import type { Ctx } from "~/platform/context.server";
import { type DemoInstitution, type DemoProduct, INSTITUTIONS } from "./data-places";
import { drawProductPicture, type PictureView } from "./pictures";
import { Chance } from "./random";

export type Place = { id: string; slug: string; regionId: string; timeZone: string; name: string };
export type Goods = {
  id: string;
  name: string;
  priceRupiah: bigint;
  channels: readonly Channel[];
  institution: Place;
};
export type Places = { institutions: Map<string, Place>; products: Map<string, Goods> };

/** Registers the Kanwil and the institutions. */
export async function registerPlaces(ctx: Ctx): Promise<Map<string, Place>> {
  await ensureRegions(ctx);
  const regions = new Map((await ctx.db.region.findMany()).map((region) => [region.slug, region]));
  const places = new Map<string, Place>();
  for (const [index, { products: _, region: slug, ...institution }] of INSTITUTIONS.entries()) {
    const region = regions.get(slug);
    if (!region) throw new Error(`no Kanwil ${slug}`);
    const made = await registerInstitution(ctx, {
      ...institution,
      regionId: region.id,
      whatsapp: demoWhatsapp(index),
      isDemo: true,
    });
    const { id: regionId, timeZone } = region;
    places.set(made.slug, { ...made, regionId, timeZone, name: institution.name });
  }
  return places;
}

/** A number that nobody has: 0800 is Indonesia's toll-free prefix and no mobile network's. */
const demoWhatsapp = (index: number) => `0800-0000-${String(1_000 + index)}`;

/** How many institutions are stocked at once: one's pictures are encoded while another's rows are written. */
const AT_ONCE = 2;

/** The goods of every institution with licences, listings, pictures and flagships, as their PR officers enter them. */
export async function stockPlaces(
  officerOf: (slug: string) => Promise<Ctx>,
  places: Map<string, Place>,
  tell: (line: string) => void,
): Promise<Map<string, Goods>> {
  const goods = new Map<string, Goods>();
  const total = INSTITUTIONS.reduce((sum, institution) => sum + institution.products.length, 0);
  const queue = [...places.values()].entries();
  const stockNext = async () => {
    for (const [index, place] of queue) {
      const ctx = await officerOf(place.slug);
      for (const product of INSTITUTIONS[index]?.products ?? []) {
        const id = await stock(ctx, place, index, product);
        const priceRupiah = BigInt(product.priceRupiah);
        const { name, channels } = product;
        goods.set(product.key, { id, name, priceRupiah, channels, institution: place });
        if (goods.size % 8 === 0) tell(`products: ${goods.size} of ${total}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, stockNext));
  tell(`products: ${goods.size} of ${total}`);
  return inStoryOrder(goods);
}

/** In the order of the data, whichever was ready first; without the drafts, which nobody promotes or sells. */
function inStoryOrder(goods: Map<string, Goods>): Map<string, Goods> {
  const products = INSTITUTIONS.flatMap((institution) => institution.products);
  return new Map(
    products.flatMap((product) => {
      const one = goods.get(product.key);
      return one && !product.draft ? [[product.key, one] as const] : [];
    }),
  );
}

/** Pixels: sharp enough on a telephone, and a third of the time that the largest size takes. */
const PICTURE_SIDE = 960;
const VIEW_ALT: Record<PictureView, (name: string) => string> = {
  front: (name) => name,
  detail: (name) => `${name} dari dekat`,
  packaging: (name) => `${name} dalam kemasan kirim`,
};

async function stock(ctx: Ctx, place: Place, number: number, product: DemoProduct): Promise<string> {
  const { id } = await createProduct(ctx, {
    institutionId: place.id,
    name: product.name,
    kind: product.kind,
    priceRupiah: BigInt(product.priceRupiah),
    unit: product.unit,
    story: product.story,
  });
  if (product.draft) return id;
  await setListings(ctx, { productId: id, listings: listingsOf(product, place, number) });
  for (const licence of licencesOf(ctx, product)) await saveLicence(ctx, { productId: id, licence });
  for (const view of product.views ?? (["front"] as const)) {
    const { name, kind, key: seed } = product;
    const bytes = await drawProductPicture({ name, kind, seed, view, size: PICTURE_SIDE });
    await addPhoto(ctx, { productId: id, bytes, alt: VIEW_ALT[view](product.name) });
  }
  await changeProductStatus(ctx, { productId: id, step: "activate" });
  if (product.flagship) await designateFlagship(ctx, { productId: id });
  return id;
}

/** Addresses that lead nowhere in particular: a demonstration must not send buyers to somebody's real shop. */
function listingsOf(product: DemoProduct, place: Place, number: number): Partial<Record<Channel, string>> {
  const all: Record<Channel, string> = {
    SHOPEE: `https://shopee.co.id/product/99999999999999/${new Chance(product.key).digits(14)}`,
    TOKOPEDIA: `https://www.tokopedia.com/peragaan-gaung/${product.key}`,
    TIKTOK_SHOP: `https://www.tiktok.com/@gaung.demo/${product.key}`,
    WHATSAPP: demoWhatsapp(number),
    OWN: `https://example.org/${place.slug}/${product.key}`,
  };
  return Object.fromEntries(product.channels.map((channel) => [channel, all[channel]]));
}

const DAYS_LEFT = { valid: 700, expiring: 21, expired: -16 } as const;

/** NIB and P-IRT, of which the last two digits are the year in which it ends. Numbers are made up. */
function licencesOf(ctx: Ctx, product: DemoProduct) {
  if (product.licences === "none") return [];
  const chance = new Chance(`licence ${product.key}`);
  const today = localDay(realNow(ctx), "Asia/Jakarta");
  const expiresOn = addDays(today, DAYS_LEFT[product.licences]);
  const year = expiresOn.slice(2, 4);
  return [
    { kind: "NIB" as const, number: chance.digits(13), issuedOn: addDays(today, -900) },
    {
      kind: "PIRT" as const,
      number: `2${chance.digits(12)}-${year}`,
      issuedOn: addDays(expiresOn, -4 * 365),
      expiresOn,
    },
  ];
}

/** Products are entered at the beginning of the story; licences end relative to its end. */
const STORY_DAYS = 90;
const realNow = (ctx: Ctx) => new Date(ctx.clock.now().getTime() + STORY_DAYS * 86_400_000);

/** Where the story begins. */
export const storyStart = (now: Date) => new Date(now.getTime() - STORY_DAYS * 86_400_000);

export type { DemoInstitution };
