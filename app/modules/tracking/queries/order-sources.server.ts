import type { Ctx } from "~/platform/context.server";
import { readReason, type StoredReason } from "../delivery";
import { originOf } from "../page-order.schemas";

export type SiteState = {
  key: string;
  origins: string[];
  disabled: boolean;
  seen: { at: Date; origin: string | null; what: "order" | "test" } | null;
  /** Only where it came after what was seen last. */
  refused: { at: Date; origin: string | null; reason: StoredReason } | null;
};

export type DeliveryRow = {
  id: string;
  topic: string;
  orderId: string | null;
  outcome: "STORED" | "SKIPPED" | "REFUSED";
  reason: StoredReason | null;
  conversionId: string | null;
  attempts: number;
  lastAt: Date;
};

export type WooState = {
  id: string;
  disabled: boolean;
  pingedAt: Date | null;
  deliveredAt: Date | null;
  /** A call with a wrong signature after the last right one. */
  unsignedAt: Date | null;
  /** Until then the secret before is still right. */
  previousUntil: Date | null;
  deliveries: DeliveryRow[];
};

export type OrderSources = { site: SiteState | null; woo: WooState | null; suggestedOrigins: string[] };

const SHOWN_DELIVERIES = 20;

/** By what ways an institution's own shop tells of its orders, and how they are. @throws AppError `forbidden` */
export async function orderSources(
  ctx: Ctx,
  { institution }: { institution: { id: string; regionId: string } },
): Promise<OrderSources> {
  const institutionId = institution.id;
  ctx.authorize("conversion.read", { institutionId, regionId: institution.regionId });
  const [site, woo, listings] = await Promise.all([
    siteState(ctx, institutionId),
    wooState(ctx, institutionId),
    ctx.db.productListing.findMany({
      where: { channel: "OWN", product: { institutionId, status: { not: "ARCHIVED" } } },
      select: { url: true },
      take: 100,
    }),
  ]);
  const origins = listings.flatMap(({ url }) => originOf(url) ?? []);
  return { site, woo, suggestedOrigins: [...new Set(origins)].slice(0, 5) };
}

async function siteState(ctx: Ctx, institutionId: string): Promise<SiteState | null> {
  const row = await ctx.db.siteKey.findUnique({
    where: { institutionId },
    select: {
      ...{ key: true, origins: true, disabledAt: true, seenAt: true, seenOrigin: true, seenWhat: true },
      ...{ refusedAt: true, refusedOrigin: true, refusal: true },
    },
  });
  if (!row) return null;
  const { key, origins, seenAt, refusedAt } = row;
  const reason = readReason(row.refusal);
  const isLast = refusedAt !== null && (seenAt === null || refusedAt > seenAt);
  return {
    ...{ key, origins, disabled: row.disabledAt !== null },
    seen: seenAt
      ? { at: seenAt, origin: row.seenOrigin, what: row.seenWhat === "test" ? "test" : "order" }
      : null,
    refused: isLast && reason ? { at: refusedAt, origin: row.refusedOrigin, reason } : null,
  };
}

async function wooState(ctx: Ctx, institutionId: string): Promise<WooState | null> {
  const row = await ctx.db.wooEndpoint.findUnique({
    where: { institutionId },
    select: {
      ...{
        id: true,
        disabledAt: true,
        pingedAt: true,
        deliveredAt: true,
        refusedAt: true,
        previousUntil: true,
      },
      deliveries: {
        orderBy: [{ lastAt: "desc" }, { id: "desc" }],
        take: SHOWN_DELIVERIES,
        select: {
          ...{ id: true, topic: true, orderId: true, outcome: true, reason: true, conversionId: true },
          ...{ attempts: true, lastAt: true },
        },
      },
    },
  });
  if (!row) return null;
  const { id, pingedAt, deliveredAt, refusedAt, previousUntil } = row;
  return {
    ...{ id, pingedAt, deliveredAt, disabled: row.disabledAt !== null },
    unsignedAt: refusedAt && (!deliveredAt || refusedAt > deliveredAt) ? refusedAt : null,
    previousUntil: previousUntil && previousUntil > ctx.clock.now() ? previousUntil : null,
    deliveries: row.deliveries.map((delivery) => ({ ...delivery, reason: readReason(delivery.reason) })),
  };
}
