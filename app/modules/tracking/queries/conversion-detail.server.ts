import { AppError } from "~/kernel/app-error";
import { isId } from "~/kernel/id";
import type { Ctx } from "~/platform/context.server";
import type { Prisma } from "~/platform/db.server";
import type { LineCause } from "~/platform/generated/prisma/enums";
import type { Candidate } from "../attribution";
import type { AttributionReason, CreditOutcome } from "../attribution-reasons";
import {
  type ClaimChoice,
  type CreditedClaim,
  claimChoices,
  creditedClaims,
  ruleOfClaim,
} from "../internal/credited-claims.server";
import type { ConversionSource, ConversionStatus, EvidenceGrade, SaleChannel } from "../order-report";
import type { RuleInWords } from "../rule";
import { storedAttributionSchema } from "../stored-attribution";

type Actor = {
  actorKind: "system" | "apiKey" | "user";
  /** Of an officer; null for a machine. */
  actorName: string | null;
};

export type ConversionLineView = Actor & {
  cause: LineCause;
  status: ConversionStatus;
  amountRupiah: bigint;
  commissionRupiah: bigint;
  reason: string;
  /** Why it is credited as it is since then; null where the line did not change that. */
  attributionReason: AttributionReason | null;
  at: Date;
};

/** What a source, or an officer, said of the order. */
export type StatementView = Actor & {
  id: string;
  /** Null: an officer's act. */
  source: ConversionSource | null;
  grade: EvidenceGrade;
  status: ConversionStatus | null;
  amountRupiah: bigint | null;
  refundedRupiah: bigint | null;
  at: Date;
  againAt: Date | null;
  importRow: number | null;
  note: string;
  undone: { at: Date; reason: string } | null;
};

export type CreditView = CreditedClaim & {
  claimId: string;
  share: number;
  outcome: CreditOutcome;
  netRupiah: bigint;
  commissionRupiah: bigint;
};

export type ItemView = {
  key: string;
  name: string;
  sku: string | null;
  quantity: number;
  amountRupiah: bigint;
};

export type ConversionDetail = {
  id: string;
  orderId: string;
  channel: SaleChannel;
  source: ConversionSource;
  grade: EvidenceGrade;
  status: ConversionStatus;
  amountRupiah: bigint;
  refundedRupiah: bigint;
  netRupiah: bigint;
  commissionRupiah: bigint;
  occurredAt: Date;
  createdAt: Date;
  note: string;
  hasEvidence: boolean;
  /** Whether the buyer had bought here before; null: not known. */
  buyerReturning: boolean | null;
  /** Since when, and why, the commission waits for an officer. */
  held: { at: Date; reason: string } | null;
  withdrawnAt: Date | null;
  reason: AttributionReason;
  ruleVersion: number;
  /** Of the campaign that the order is credited to, or would have been. */
  rule: RuleInWords | null;
  credits: CreditView[];
  creditedTo: CreditedClaim | null;
  decision: { reason: string; at: Date; by: string | null } | null;
  candidates: (Candidate & { credited: CreditedClaim | null })[];
  /** An account name that credits it, or would, was given by two people: nobody but an officer can tell whose it is. */
  contested: boolean;
  statements: StatementView[];
  items: ItemView[];
  lines: ConversionLineView[];
  /** Whether this person may confirm, refund, reverse and decide. */
  mayChange: boolean;
  /** Those whom an officer may credit; empty for who may not. */
  choices: ClaimChoice[];
};

type Input = { institution: { id: string; regionId: string }; conversionId: string };

const include = {
  lines: { orderBy: { id: "asc" } },
  reports: { orderBy: [{ reportedAt: "asc" }, { id: "asc" }] },
  credits: { where: { share: { gt: 0 } }, orderBy: [{ share: "desc" }, { claimId: "asc" }] },
  decisions: { orderBy: { id: "desc" }, take: 1 },
} satisfies Prisma.ConversionInclude;

type Row = Prisma.ConversionGetPayload<{ include: typeof include }>;

/** An order with everything that was said of it, its ledger, and why it is credited as it is. */
export async function conversionDetail(ctx: Ctx, input: Input): Promise<ConversionDetail> {
  const scope = { institutionId: input.institution.id, regionId: input.institution.regionId };
  ctx.authorize("conversion.read", scope);
  const row = isId(input.conversionId)
    ? await ctx.db.conversion.findUnique({
        where: { id: input.conversionId, institutionId: input.institution.id },
        include,
      })
    : null;
  if (!row) throw new AppError("not_found", `no conversion ${input.conversionId}`);
  const attribution = storedAttributionSchema.parse(row.attribution);
  const mayChange = ctx.can("conversion.record", scope);
  const ruling = row.claimId ?? attribution.candidates.find(({ claimId }) => claimId)?.claimId ?? null;
  const [claims, names, rule, choices, items] = await Promise.all([
    creditedClaims(ctx, [...row.credits, ...attribution.candidates]),
    officerNames(ctx, row),
    ruling ? ruleOfClaim(ctx, ruling) : null,
    mayChange ? claimChoices(ctx, input.institution.id) : [],
    itemsOf(ctx, row.itemsReportId),
  ]);
  const credited = (claimId: string | null) => (claimId && claims.get(claimId)) || null;
  return {
    ...factsOf(row),
    ...{ ruleVersion: attribution.version, rule, mayChange, choices, items },
    credits: row.credits.map(({ claimId, share, outcome, netRupiah, commissionRupiah }) => ({
      ...{ claimId, share, netRupiah, commissionRupiah },
      ...(credited(claimId) ?? { creator: "", campaign: "" }),
      outcome: outcome as CreditView["outcome"],
    })),
    creditedTo: credited(row.claimId),
    decision: decisionOf(row, names),
    candidates: attribution.candidates.map((each) => ({ ...each, credited: credited(each.claimId) })),
    contested: attribution.candidates.some(({ outcome }) => outcome === "rival"),
    statements: row.reports.map((report) => statementOf(report, names)),
    lines: row.lines.map((line) => lineOf(line, names)),
  };
}

function factsOf(row: Row) {
  const { id, orderId, channel, source, status, amountRupiah, refundedRupiah, netRupiah } = row;
  return {
    ...{ id, orderId, channel, source, status, amountRupiah, refundedRupiah, netRupiah },
    ...{ commissionRupiah: row.commissionRupiah, occurredAt: row.occurredAt, createdAt: row.createdAt },
    ...{ note: row.note, buyerReturning: row.buyerReturning, withdrawnAt: row.withdrawnAt },
    grade: row.evidenceGrade,
    hasEvidence: row.evidenceKey !== null,
    held: row.heldAt ? { at: row.heldAt, reason: row.heldReason ?? "" } : null,
    reason: row.attributionReason as AttributionReason,
  };
}

function statementOf(report: Row["reports"][number], names: Names): StatementView {
  const { id, source, grade, status, amountRupiah, refundedRupiah, importRow, note } = report;
  return {
    ...{ id, source, grade, status, amountRupiah, refundedRupiah, importRow, note },
    at: report.reportedAt,
    againAt: report.saidAgainAt,
    undone: report.undoneAt ? { at: report.undoneAt, reason: report.undoneReason ?? "" } : null,
    ...actorOf(report, names),
  };
}

function lineOf(line: Row["lines"][number], names: Names): ConversionLineView {
  const { cause, status, amountRupiah, commissionRupiah, reason, attributionReason, at } = line;
  return {
    ...{ cause, status, amountRupiah, commissionRupiah, reason, at },
    attributionReason: attributionReason as AttributionReason | null,
    ...actorOf(line, names),
  };
}

/** The decision that holds; none where the last one gave the order back to the rule. */
function decisionOf({ decisions: [last] }: Row, names: Names): ConversionDetail["decision"] {
  if (!last || last.kind === "RULE") return null;
  return { reason: last.reason, at: last.decidedAt, by: names.get(last.decidedById) ?? null };
}

async function itemsOf(ctx: Ctx, reportId: string | null): Promise<ItemView[]> {
  if (!reportId) return [];
  return ctx.db.conversionItem.findMany({
    where: { reportId },
    select: { key: true, name: true, sku: true, quantity: true, amountRupiah: true },
    orderBy: { position: "asc" },
  });
}

type Names = ReadonlyMap<string, string>;
type ActorColumns = { actorKind: string; actorId: string | null };

function actorOf({ actorKind, actorId }: ActorColumns, names: Names): Actor {
  return {
    actorKind: actorKind === "user" || actorKind === "apiKey" ? actorKind : "system",
    actorName: (actorKind === "user" && actorId && names.get(actorId)) || null,
  };
}

async function officerNames(ctx: Ctx, { lines, reports, decisions }: Row): Promise<Names> {
  const acted = [...lines, ...reports].flatMap(({ actorKind, actorId }) =>
    actorKind === "user" && actorId ? [actorId] : [],
  );
  const ids = [...new Set([...acted, ...decisions.map(({ decidedById }) => decidedById)])];
  if (ids.length === 0) return new Map();
  const users = await ctx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(users.map((user) => [user.id, user.name]));
}
