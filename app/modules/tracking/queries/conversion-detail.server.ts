import { AppError } from "~/kernel/app-error";
import { isId } from "~/kernel/id";
import type { Ctx } from "~/platform/context.server";
import type { Attribution, Candidate } from "../attribution";
import type { AttributionReason } from "../attribution-reasons";
import { type CreditedClaim, creditedClaims } from "../internal/credited-claims.server";
import type { ConversionSource, ConversionStatus, EvidenceGrade } from "../order-report";

export type ConversionLineView = {
  status: ConversionStatus;
  amountRupiah: bigint;
  commissionRupiah: bigint;
  reason: string;
  at: Date;
  actorKind: "system" | "apiKey" | "user";
  /** Of an officer; null for a machine. */
  actorName: string | null;
};

export type ConversionDetail = {
  id: string;
  orderId: string;
  source: ConversionSource;
  grade: EvidenceGrade;
  status: ConversionStatus;
  amountRupiah: bigint;
  commissionRupiah: bigint;
  occurredAt: Date;
  createdAt: Date;
  note: string;
  hasEvidence: boolean;
  reason: AttributionReason;
  ruleVersion: number;
  creditedTo: CreditedClaim | null;
  candidates: (Candidate & { credited: CreditedClaim | null })[];
  lines: ConversionLineView[];
  /** Whether this person may confirm and reverse. */
  mayChange: boolean;
};

type Input = { institution: { id: string; regionId: string }; conversionId: string };

/** An order with its history, and why it is credited as it is. */
export async function conversionDetail(ctx: Ctx, input: Input): Promise<ConversionDetail> {
  const scope = { institutionId: input.institution.id, regionId: input.institution.regionId };
  ctx.authorize("conversion.read", scope);
  const row = isId(input.conversionId)
    ? await ctx.db.conversion.findUnique({
        where: { id: input.conversionId, institutionId: input.institution.id },
        include: { lines: { orderBy: { id: "asc" } } },
      })
    : null;
  if (!row) throw new AppError("not_found", `no conversion ${input.conversionId}`);
  // Written by attribute() and never by anything else.
  const attribution = row.attribution as unknown as Attribution;
  const claims = await creditedClaims(ctx, [row, ...attribution.candidates]);
  const names = await officerNames(ctx, row.lines);
  const credited = (claimId: string | null) => (claimId && claims.get(claimId)) || null;
  return {
    id: row.id,
    orderId: row.orderId,
    source: row.source,
    grade: row.evidenceGrade,
    status: row.status,
    amountRupiah: row.amountRupiah,
    commissionRupiah: row.commissionRupiah,
    occurredAt: row.occurredAt,
    createdAt: row.createdAt,
    note: row.note,
    hasEvidence: row.evidenceKey !== null,
    reason: row.attributionReason as AttributionReason,
    ruleVersion: attribution.version,
    creditedTo: credited(row.claimId),
    candidates: attribution.candidates.map((each) => ({ ...each, credited: credited(each.claimId) })),
    lines: row.lines.map(({ status, amountRupiah, commissionRupiah, reason, at, actorKind, actorId }) => ({
      ...{ status, amountRupiah, commissionRupiah, reason, at },
      actorKind: actorKind === "user" || actorKind === "apiKey" ? actorKind : "system",
      actorName: (actorKind === "user" && actorId && names.get(actorId)) || null,
    })),
    mayChange: ctx.can("conversion.record", scope),
  };
}

type ActorOfLine = { actorKind: string; actorId: string | null };

async function officerNames(ctx: Ctx, lines: readonly ActorOfLine[]): Promise<Map<string, string>> {
  const ids = lines.flatMap((line) => (line.actorKind === "user" && line.actorId ? [line.actorId] : []));
  if (ids.length === 0) return new Map();
  const users = await ctx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(users.map((user) => [user.id, user.name]));
}
