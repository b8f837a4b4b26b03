import { decodeCursor, type Page, toPage } from "~/kernel/keyset";
import { asZone, localDay } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import type { Prisma } from "~/platform/db.server";
import { licenceFacts, licenceSelect } from "../internal/licence-facts.server";
import { licenceGate } from "../licence-gate";
import { licenceState } from "../licences";
import { missingForActivation, type ProductStatus, type Readiness } from "../product";
import { type ProductCard, productCardSelect, toProductCard } from "./product-card.server";

export type ProductListInput = {
  institutionId: string;
  status?: ProductStatus | undefined;
  search?: string | undefined;
  cursor?: string | null | undefined;
  limit?: number;
};

export type ProductListRow = ProductCard & {
  status: ProductStatus;
  missing: Readiness[];
  /** Whether its licences let a brief be published. */
  licensed: boolean;
  expiringCount: number;
};

const select = {
  ...productCardSelect,
  status: true,
  story: true,
  licences: { select: licenceSelect },
  _count: { select: { photos: true, listings: true } },
} satisfies Prisma.ProductSelect;

/**
 * An institution's products for its officers, newest first, each with what it still lacks. Without a status the
 * archived ones are left out.
 * @throws AppError `forbidden`.
 */
export async function productList(ctx: Ctx, input: ProductListInput): Promise<Page<ProductListRow>> {
  const institution = await ctx.db.institution.findUniqueOrThrow({
    where: { id: input.institutionId },
    select: { regionId: true, timeZone: true },
  });
  ctx.authorize("product.read", { institutionId: input.institutionId, regionId: institution.regionId });
  const limit = input.limit ?? 24;
  const cursor = decodeCursor(input.cursor);
  const search = input.search?.trim();
  const rows = await ctx.db.product.findMany({
    where: {
      institutionId: input.institutionId,
      status: input.status ?? { not: "ARCHIVED" },
      ...(search ? { name: { contains: search, mode: "insensitive" } } : {}),
      ...(cursor ? { id: { lt: cursor[1] } } : {}),
    },
    select,
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const today = localDay(ctx.clock.now(), asZone(institution.timeZone));
  return toPage(
    rows.map((row) => toListRow(row, today)),
    limit,
    (row) => [null, row.id],
  );
}

function toListRow(row: Prisma.ProductGetPayload<{ select: typeof select }>, today: string): ProductListRow {
  const { licences, _count, story, status, ...card } = row;
  const facts = licences.map(licenceFacts);
  return {
    ...toProductCard(card),
    status,
    missing: missingForActivation({ story, photoCount: _count.photos, listingCount: _count.listings }),
    licensed: licenceGate(row.kind, facts, today, `${row.name}\n${story}`).length === 0,
    expiringCount: facts.filter((licence) => licenceState(licence, today) === "expiring").length,
  };
}

/** How many products an institution has in each state, for the tabs. */
export async function productCounts(ctx: Ctx, institutionId: string): Promise<Record<ProductStatus, number>> {
  const groups = await ctx.db.product.groupBy({
    by: ["status"],
    where: { institutionId },
    _count: { _all: true },
  });
  const counts: Record<ProductStatus, number> = { DRAFT: 0, ACTIVE: 0, ARCHIVED: 0 };
  for (const group of groups) counts[group.status] = group._count._all;
  return counts;
}
