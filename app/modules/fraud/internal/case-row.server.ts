import { AppError } from "~/kernel/app-error";
import { isId } from "~/kernel/id";
import type { Ctx } from "~/platform/context.server";
import type { Db, Prisma, Tx } from "~/platform/db.server";
import { type CaseStatus, isConcerned } from "../fraud";
import { factsSchema } from "../signals";

const select = {
  id: true,
  status: true,
  answeredAt: true,
  dueAt: true,
  claimId: true,
  creatorId: true,
  institution: { select: { id: true, regionId: true } },
  claim: { select: { creator: { select: { userId: true } } } },
  signals: { where: { kind: { in: ["OFFICER_PURCHASE", "LATE_ORDERS"] } }, select: { facts: true } },
} satisfies Prisma.FraudCaseSelect;

export type CaseRow = {
  id: string;
  status: CaseStatus;
  answeredAt: Date | null;
  dueAt: Date;
  claimId: string;
  creatorId: string;
  institution: { id: string; regionId: string };
  /** Persons who are concerned and so cannot decide. */
  subject: { creatorUserId: string; officerUserIds: string[] };
};

/** A case for somebody who acts on it. @throws AppError `not_found` */
export async function caseRow(
  db: Pick<Db | Tx, "fraudCase" | "fraudSignal">,
  caseId: string,
): Promise<CaseRow> {
  const row = isId(caseId) ? await db.fraudCase.findUnique({ where: { id: caseId }, select }) : null;
  if (!row) throw new AppError("not_found", `no fraud case ${caseId}`);
  const { claim, signals, ...rest } = row;
  const facts = signals.map((signal) => factsSchema.parse(signal.facts));
  const earlier = facts.flatMap((each) => (each.kind === "LATE_ORDERS" ? each.caseId : []));
  const before = await db.fraudSignal.findMany({
    where: { caseId: { in: earlier }, kind: "OFFICER_PURCHASE" },
    select: { facts: true },
  });
  // Who was concerned by a case is so by the orders that followed it.
  const all = [...facts, ...before.map((signal) => factsSchema.parse(signal.facts))];
  const buyers = all.flatMap((each) => (each.kind === "OFFICER_PURCHASE" ? each.officerUserId : []));
  return { ...rest, subject: { creatorUserId: claim.creator.userId, officerUserIds: [...new Set(buyers)] } };
}

/** The person who may act for the Lapas on a case. @throws AppError `forbidden`, also for who is concerned by it */
export function requireJudge(ctx: Ctx, row: CaseRow): string {
  const { institution, subject } = row;
  ctx.authorize("fraud.decide", { institutionId: institution.id, regionId: institution.regionId });
  if (ctx.actor.kind !== "user") throw new AppError("forbidden", "a case is decided by a person");
  if (isConcerned(ctx.actor.userId, subject)) {
    throw new AppError("forbidden", `concerned by case ${row.id}`, {
      message: { key: "fraud:error.concerned" },
    });
  }
  return ctx.actor.userId;
}
