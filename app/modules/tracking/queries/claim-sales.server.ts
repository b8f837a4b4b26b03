import { AppError } from "~/kernel/app-error";
import { isId } from "~/kernel/id";
import { decodeCursor, type Page, toPage } from "~/kernel/keyset";
import type { Zone } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import type { Prisma } from "~/platform/db.server";
import type { CreditOutcome } from "../attribution-reasons";
import { ruleOfClaim, rulesOfClaims } from "../internal/credited-claims.server";
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
  /**
   * Of the whole order; null where the claim has no more to do with it than a name that its influencer gave after
   * another: names are not proven, and whoever gives one is not to read another's sales by it.
   */
  worth: { amountRupiah: bigint; refundedRupiah: bigint; netRupiah: bigint } | null;
  /** Parts per million; zero: not credited, `outcome` says why. */
  share: number;
  outcome: CreditOutcome;
  commissionRupiah: bigint;
  /** Where another claim went before this one: the rule by which it did, if that is not this claim's own. */
  decidingRule: RuleInWords | null;
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
 * Of orders that were withdrawn those that were credited to it once.
 * @throws AppError `not_found`, `forbidden` for who is neither its influencer nor an officer who may read claims
 */
export async function claimSales(ctx: Ctx, input: Input): Promise<ClaimSales> {
  const claim = await readClaim(ctx, input.claimId);
  const rule = await ruleOfClaim(ctx, claim.id);
  const [page, totals] = await Promise.all([salesPage(ctx, input, rule), totalsOf(ctx, claim.id)]);
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
        ...{ refundedRupiah: true, netRupiah: true, claimId: true },
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

/** Outcomes that another claim's rule decided. */
const OUTDONE: ReadonlySet<string> = new Set(["outranked", "later", "earlier"]);

async function salesPage(
  ctx: Ctx,
  { claimId, cursor, limit = SALES_PAGE }: Input,
  own: RuleInWords | null,
): Promise<Page<ClaimSale>> {
  const rows = await ctx.db.conversionCredit.findMany({
    where: {
      claimId,
      AND: [{ OR: [{ conversion: { withdrawnAt: null } }, { credited: true }] }, after(cursor)],
    },
    select: selectOf(claimId),
    orderBy: [{ occurredAt: "desc" }, { conversionId: "desc" }],
    take: limit + 1,
  });
  const page = toPage(rows, limit, (row) => [row.occurredAt.toISOString(), row.conversionId]);
  const winners = page.rows.map((row) => (OUTDONE.has(row.outcome) ? row.conversion.claimId : null));
  const rules = await rulesOfClaims(ctx, winners);
  const decidingRule = (winner: string | null | undefined) => {
    const rule = (winner && rules.get(winner)) || null;
    return rule && !sameRule(rule, own) ? rule : null;
  };
  return {
    next: page.next,
    rows: page.rows.map((row, index) => ({ ...saleOf(row), decidingRule: decidingRule(winners[index]) })),
  };
}

const sameRule = (a: RuleInWords, b: RuleInWords | null) => JSON.stringify(a) === JSON.stringify(b);

function saleOf(
  row: Prisma.ConversionCreditGetPayload<{ select: ReturnType<typeof selectOf> }>,
): Omit<ClaimSale, "decidingRule"> {
  const { lines, holds, evidenceGrade, channel, source, status } = row.conversion;
  const { amountRupiah, refundedRupiah, netRupiah } = row.conversion;
  const isRival = row.outcome === "rival";
  const [hold] = holds;
  const voided = hold?.state === "VOIDED";
  return {
    ...{ channel, source, status },
    worth: isRival ? null : { amountRupiah, refundedRupiah, netRupiah },
    id: row.conversionId,
    occurredAt: row.occurredAt,
    grade: evidenceGrade,
    share: row.share,
    outcome: row.outcome as ClaimSale["outcome"],
    commissionRupiah: row.commissionRupiah,
    reasons: [
      ...(voided && hold.reason ? [hold.reason] : []),
      ...(isRival ? [] : lines.map(({ reason }) => reason)),
    ],
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
