import { createApiKey } from "~/modules/identity/commands/create-api-key.server";
import { contextOf } from "~/modules/identity/context.server";
import { compactId } from "~/modules/tracking/click";
import { ClickTokens } from "~/modules/tracking/click-token.server";
import { recordConversion } from "~/modules/tracking/commands/record-conversion.server";
import { reverseConversion } from "~/modules/tracking/commands/reverse-conversion.server";
import type { API_SOURCES, ConversionStatus } from "~/modules/tracking/order-report";
import { fixedClock } from "~/platform/clock.server";
import type { Ctx } from "~/platform/context.server";
import { personAt, systemAt } from "./actors";
import type { People } from "./people";
import type { Goods, Place } from "./places";
import { Chance } from "./random";
import { later } from "./timeline";
import type { HumanClick } from "./traffic";

/** Institutions whose own shop reports its orders; the others' officers enter what they sold. */
const WITH_SHOP: ReadonlySet<string> = new Set([
  "lapas-sidoarjo",
  "lapas-jember",
  "lapas-kerobokan",
  "lapas-pangkalpinang",
  "lapas-perempuan-palembang",
  "lapas-narkotika-muara-beliti",
  "lapas-narkotika-samarinda",
  "lapas-cilacap",
  "lapas-tangerang",
]);

/** Orders of somebody who bought at the gate or by WhatsApp and came by no link, in all. */
const WALK_INS = 70;

type Order = {
  goods: Goods;
  officer: string;
  at: Date;
  source: (typeof API_SOURCES)[number];
  coupon: string | null;
  token: string | null;
};

/** Reports the orders of those who bought, in the order of time, and takes a few back. */
export async function reportOrders(
  buyers: readonly HumanClick[],
  all: { goods: Map<string, Goods>; people: People; now: Date },
  tell: (line: string) => void,
): Promise<number> {
  const chance = new Chance("orders");
  const tokens = new ClickTokens();
  const orders = [...buyers.map((click) => orderOf(click, tokens, chance)), ...walkIns(all, chance)].filter(
    (order) => order.at < all.now,
  );
  orders.sort((a, b) => a.at.getTime() - b.at.getTime());
  const shops = await openShops(
    [...all.goods.values()].map((goods) => goods.institution),
    all.now,
  );
  for (const [index, order] of orders.entries()) {
    await report(order, index, all.now, shops, chance);
    if (index % 250 === 249) tell(`orders: ${index + 1} of ${orders.length}`);
  }
  return orders.length;
}

function orderOf(click: HumanClick, tokens: ClickTokens, chance: Chance): Order {
  const { product: goods, officer, coupon } = click.link;
  const hasShop = WITH_SHOP.has(goods.institution.slug);
  const measured = hasShop && chance.happens(0.82);
  return {
    goods,
    officer,
    // Most buy at once; some think about it, and a few for longer than the brief's window.
    at: later(click.at, chance.happens(0.75) ? chance.between(0.002, 0.08) : chance.between(0.3, 16)),
    source: measured ? "API" : chance.happens(0.7) ? "WHATSAPP" : "GATE",
    coupon: !measured || chance.happens(0.25) ? coupon : null,
    token: measured ? tokens.sign(compactId(click.id), compactId(click.linkId)) : null,
  };
}

function walkIns(
  { goods, people, now }: { goods: Map<string, Goods>; people: People; now: Date },
  chance: Chance,
): Order[] {
  const sold = [...goods.values()].filter((each) => people.officers.has(each.institution.slug));
  return Array.from({ length: WALK_INS }, () => {
    const one = chance.pick(sold);
    return {
      goods: one,
      officer: people.officers.get(one.institution.slug) ?? "",
      at: later(now, -chance.between(0.5, 60)),
      source: chance.happens(0.6) ? ("GATE" as const) : ("WHATSAPP" as const),
      coupon: null,
      token: null,
    };
  });
}

/** A key for each shop, made at the beginning of the story. */
async function openShops(
  places: readonly Place[],
  now: Date,
): Promise<Map<string, { keyId: string; place: Place }>> {
  const shops = new Map<string, { keyId: string; place: Place }>();
  for (const place of places) {
    if (!WITH_SHOP.has(place.slug) || shops.has(place.slug)) continue;
    const { apiKeyId } = await createApiKey(systemAt(later(now, -80)), {
      institution: place,
      name: "Toko daring",
      scopes: ["conversions:write", "stats:read"],
    });
    shops.set(place.slug, { keyId: apiKeyId, place });
  }
  return shops;
}

async function report(
  order: Order,
  index: number,
  now: Date,
  shops: Map<string, { keyId: string; place: Place }>,
  chance: Chance,
): Promise<void> {
  const place = order.goods.institution;
  const ctx = await reporter(order, shops);
  const few = order.goods.priceRupiah > 200_000n ? 1 : 3;
  const recorded = await recordConversion(ctx, {
    institution: place,
    source: order.source,
    orderId: `${place.slug.split("-").at(-1)?.slice(0, 3).toUpperCase()}-${String(10_001 + index)}`,
    amountRupiah: order.goods.priceRupiah * BigInt(chance.int(1, few)),
    status: statusOf(order, now, chance),
    occurredAt: order.at,
    ...(order.coupon ? { couponCode: order.coupon } : {}),
    ...(order.token ? { clickTokens: [order.token] } : {}),
    ...(order.source === "API"
      ? {}
      : { note: order.source === "GATE" ? "Dibeli di loket." : "Pesanan lewat WhatsApp." }),
  });
  const taken = later(order.at, chance.between(1, 4));
  if (recorded.status === "CONFIRMED" && taken < now && chance.happens(0.04)) {
    await reverseConversion(await personAt(order.officer, taken), {
      conversionId: recorded.id,
      reason: "Pembeli membatalkan pesanan dan dana sudah dikembalikan.",
    });
  }
}

/** Young orders wait to be paid for; of the old ones some were forgotten. */
function statusOf(order: Order, now: Date, chance: Chance): ConversionStatus {
  if (order.source === "GATE") return "CONFIRMED";
  const days = (now.getTime() - order.at.getTime()) / 86_400_000;
  return chance.happens(days < 3 ? 0.7 : 0.02) ? "PENDING" : "CONFIRMED";
}

async function reporter(order: Order, shops: Map<string, { keyId: string }>): Promise<Ctx> {
  const place = order.goods.institution;
  const shop = shops.get(place.slug);
  if (order.source !== "API" || !shop) return personAt(order.officer, order.at);
  const scopes = ["conversions:write", "stats:read"];
  return contextOf(
    { kind: "apiKey", apiKeyId: shop.keyId, institutionId: place.id, scopes },
    { clock: fixedClock(order.at) },
  );
}
