import { AppError } from "~/kernel/app-error";
import { isId } from "~/kernel/id";
import { decodeCursor, type Page, toPage } from "~/kernel/keyset";
import type { Zone } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import type { Prisma } from "~/platform/db.server";
import type { CandidateOutcome } from "../attribution-reasons";
import { ruleOfClaim } from "../internal/credited-claims.server";
import type { ConversionSource, ConversionStatus, EvidenceGrade, SaleChannel } from "../order-report";
import type { RuleInWords } from "../rule";

/** An order in which a claim had a part. It names neither the buyer nor another influencer. */
export type ClaimSale = {
  id: string;
  occurredAt: Date;
  channel: SaleChannel;
  source: ConversionSource;
  grade: EvidenceGrade;
  status: ConversionStatus;
  /** Of the whole order. */
  amountRupiah: bigint;
  refundedRupiah: bigint;
  netRupiah: bigint;
  /** Parts per million; zero: not credited, `outcome` says why. */
  share: number;
  outcome: CandidateOutcome | "decided" | "overruled";
  commissionRupiah: bigint;
  /** What officers gave as reasons, the latest first. */
  reasons: string[];
  /** Why the claim's commission on it waits, if it does; empty where no reason was given. */
  held: string | null;
  /** Whether an officer took the claim's commission on it back; the reason stands among the reasons. */
  voided: boolean;
};

export type ClaimSalesTotals = {
  /** Orders that are credited to the claim and not reversed. */
  orders: number;
  netRupiah: bigint;
  commissionRupiah: bigint;
  /** Of the commission, what waits for an officer. */
  heldRupiah: bigint;
};

export type ClaimSales = Page<ClaimSale> & {
  claim: { id: string; campaign: string; institution: string; timeZone: Zone };
  rule: RuleInWords | null;
  totals: ClaimSalesTotals;
};

export const SALES_PAGE = 20;

type Input = { claimId: string; cursor: string | null; limit?: number };

/**
 * The orders in which a claim had a part, the newest first: those credited to it, and those that were not, with why.
 * @throws AppError `not_found`, `forbidden` for who is neither its influencer nor an officer who may read claims
 */
export async function claimSales(ctx: Ctx, input: Input): Promise<ClaimSales> {
  const claim = await readClaim(ctx, input.claimId);
  const [page, totals, rule] = await Promise.all([
    salesPage(ctx, input),
    totalsOf(ctx, claim.id),
    ruleOfClaim(ctx, claim.id),
  ]);
  return { ...page, claim, totals, rule };
}

async function readClaim(ctx: Ctx, claimId: string): Promise<ClaimSales["claim"]> {
  const row = isId(claimId)
    ? await ctx.db.claim.findUnique({
        where: { id: claimId },
        select: {
          id: true,
          creatorId: true,
          campaign: {
            select: {
              title: true,
              institutionId: true,
              institution: { select: { regionId: true, name: true, timeZone: true } },
            },
          },
        },
      })
    : null;
  if (!row) throw new AppError("not_found", `no claim ${claimId}`);
  const { institutionId, institution, title } = row.campaign;
  if (!ctx.can("claim.own", { creatorId: row.creatorId })) {
    ctx.authorize("claim.read", { institutionId, regionId: institution.regionId });
  }
  const { name, timeZone } = institution;
  return { id: row.id, campaign: title, institution: name, timeZone: timeZone as Zone };
}

const selectOf = (claimId: string) =>
  ({
    ...{ conversionId: true, share: true, outcome: true, commissionRupiah: true, occurredAt: true },
    conversion: {
      select: {
        ...{ channel: true, source: true, evidenceGrade: true, status: true, amountRupiah: true },
        ...{ refundedRupiah: true, netRupiah: true },
        holds: { where: { claimId }, select: { state: true, reason: true } },
        lines: {
          where: { cause: { in: ["OFFICER", "DECISION"] }, reason: { not: "" } },
          select: { reason: true },
          orderBy: { id: "desc" },
          take: 3,
        },
      },
    },
  }) satisfies Prisma.ConversionCreditSelect;

async function salesPage(ctx: Ctx, { claimId, cursor, limit = SALES_PAGE }: Input): Promise<Page<ClaimSale>> {
  const rows = await ctx.db.conversionCredit.findMany({
    where: { claimId, conversion: { withdrawnAt: null }, ...after(cursor) },
    select: selectOf(claimId),
    orderBy: [{ occurredAt: "desc" }, { conversionId: "desc" }],
    take: limit + 1,
  });
  const page = toPage(rows, limit, (row) => [row.occurredAt.toISOString(), row.conversionId]);
  return { next: page.next, rows: page.rows.map(saleOf) };
}

function saleOf(row: Prisma.ConversionCreditGetPayload<{ select: ReturnType<typeof selectOf> }>): ClaimSale {
  const { lines, holds, evidenceGrade, ...order } = row.conversion;
  const [hold] = holds;
  const voided = hold?.state === "VOIDED";
  return {
    ...order,
    id: row.conversionId,
    occurredAt: row.occurredAt,
    grade: evidenceGrade,
    share: row.share,
    outcome: row.outcome as ClaimSale["outcome"],
    commissionRupiah: row.commissionRupiah,
    reasons: [...(voided && hold.reason ? [hold.reason] : []), ...lines.map(({ reason }) => reason)],
    held: hold?.state === "HELD" ? hold.reason : null,
    voided,
  };
}

async function totalsOf(ctx: Ctx, claimId: string): Promise<ClaimSalesTotals> {
  const standing = { withdrawnAt: null, status: { not: "REVERSED" } } as const;
  const where = { claimId, share: { gt: 0 } };
  const [{ _count, _sum }, held] = await Promise.all([
    ctx.db.conversionCredit.aggregate({
      where: { ...where, conversion: standing },
      _count: { _all: true },
      _sum: { netRupiah: true, commissionRupiah: true },
    }),
    ctx.db.conversionCredit.aggregate({
      where: { ...where, conversion: { ...standing, holds: { some: { claimId, state: "HELD" } } } },
      _sum: { commissionRupiah: true },
    }),
  ]);
  return {
    orders: _count._all,
    netRupiah: _sum.netRupiah ?? 0n,
    commissionRupiah: _sum.commissionRupiah ?? 0n,
    heldRupiah: held._sum.commissionRupiah ?? 0n,
  };
}

function after(text: string | null): Prisma.ConversionCreditWhereInput {
  const cursor = decodeCursor(text);
  if (!cursor) return {};
  const occurredAt = new Date(String(cursor[0]));
  if (Number.isNaN(occurredAt.getTime())) throw new AppError("malformed", "cursor holds no time");
  return { OR: [{ occurredAt: { lt: occurredAt } }, { occurredAt, conversionId: { lt: cursor[1] } }] };
}
