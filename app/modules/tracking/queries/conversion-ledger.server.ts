import { AppError } from "~/kernel/app-error";
import { decodeCursor, type Page, toPage } from "~/kernel/keyset";
import type { Ctx } from "~/platform/context.server";
import type { Prisma } from "~/platform/db.server";
import type { AttributionReason } from "../attribution-reasons";
import { creditedClaims } from "../internal/credited-claims.server";
import type { LedgerFilters } from "../ledger-filters";
import type { ConversionSource, ConversionStatus, EvidenceGrade, SaleChannel } from "../order-report";

export type LedgerRow = {
  id: string;
  orderId: string;
  source: ConversionSource;
  grade: EvidenceGrade;
  status: ConversionStatus;
  channel: SaleChannel;
  amountRupiah: bigint;
  refundedRupiah: bigint;
  commissionRupiah: bigint;
  /** The commission waits for an officer. */
  held: boolean;
  occurredAt: Date;
  reason: AttributionReason;
  hasEvidence: boolean;
  /** Null: nobody is credited. */
  creditedTo: { creator: string; campaign: string } | null;
};

export const LEDGER_PAGE = 30;

type Input = {
  institution: { id: string; regionId: string };
  filters: LedgerFilters;
  cursor: string | null;
  limit?: number;
};

/** An institution's orders, the newest first. */
export async function conversionLedger(ctx: Ctx, input: Input): Promise<Page<LedgerRow>> {
  const { institution, filters, limit = LEDGER_PAGE } = input;
  ctx.authorize("conversion.read", { institutionId: institution.id, regionId: institution.regionId });
  const rows = await ctx.db.conversion.findMany({
    where: {
      institutionId: institution.id,
      // An order whose every report was undone is no order any more.
      withdrawnAt: null,
      ...(filters.status ? { status: filters.status } : {}),
      ...(filters.source ? { source: filters.source } : {}),
      ...(filters.q === "" ? {} : { orderId: { contains: filters.q, mode: "insensitive" } }),
      ...after(input.cursor),
    },
    select: {
      id: true,
      orderId: true,
      source: true,
      evidenceGrade: true,
      status: true,
      channel: true,
      amountRupiah: true,
      refundedRupiah: true,
      heldAt: true,
      commissionRupiah: true,
      occurredAt: true,
      attributionReason: true,
      evidenceKey: true,
      claimId: true,
    },
    orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = toPage(rows, limit, (row) => [row.occurredAt.toISOString(), row.id]);
  const claims = await creditedClaims(ctx, page.rows);
  return {
    next: page.next,
    rows: page.rows.map(({ evidenceGrade, attributionReason, evidenceKey, heldAt, claimId, ...row }) => ({
      ...row,
      grade: evidenceGrade,
      reason: attributionReason as AttributionReason,
      hasEvidence: evidenceKey !== null,
      held: heldAt !== null,
      creditedTo: (claimId && claims.get(claimId)) || null,
    })),
  };
}

function after(text: string | null): Prisma.ConversionWhereInput {
  const cursor = decodeCursor(text);
  if (!cursor) return {};
  const occurredAt = new Date(String(cursor[0]));
  if (Number.isNaN(occurredAt.getTime())) throw new AppError("malformed", "cursor holds no time");
  return {
    AND: { OR: [{ occurredAt: { lt: occurredAt } }, { occurredAt, id: { lt: cursor[1] } }] },
  };
}
