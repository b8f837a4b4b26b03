import { newId } from "~/kernel/id";
import { holdCommission } from "~/modules/tracking/commands/hold-commission.server";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { enqueue } from "~/platform/outbox.server";
import { inTransaction } from "~/platform/transaction.server";
import { dueAfter, holdReference, makesCase, OFFICER_DAYS } from "../fraud";
import { commissionHeld } from "../fraud.jobs";
import { groupBy } from "../group-by";
import type { Signal } from "../signals";
import { DAY_MS, RULES_VERSION, SIGNAL_DAYS } from "../thresholds";
import { concernedOrders } from "./concerned-orders.server";

export type Filed = { signals: number; cases: number; held: number };

/**
 * Keeps what was found, each thing once, and opens a case where a claim's signals are enough, or adds them to the one
 * that is open. Claims are filed one by one under a lock of their own, so that detection may run twice at once.
 */
export async function fileSignals(ctx: Ctx, signals: readonly Signal[]): Promise<Filed> {
  const sum: Filed = { signals: 0, cases: 0, held: 0 };
  for (const [claimId, group] of [...groupBy(signals, (each) => each.claimId)].sort(byKey)) {
    const filed = await fileClaim(ctx, claimId, group);
    sum.signals += filed.signals;
    sum.cases += filed.cases;
    sum.held += filed.held;
  }
  return sum;
}

const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);

function fileClaim(ctx: Ctx, claimId: string, signals: readonly Signal[]): Promise<Filed> {
  return inTransaction(ctx, async (tx, inner) => {
    await lockClaim(tx, claimId);
    return fileLocked(inner, tx, claimId, signals);
  });
}

/** Files signals of one claim for whoever has its lock. */
export async function fileLocked(
  ctx: Ctx,
  tx: Tx,
  claimId: string,
  signals: readonly Signal[],
): Promise<Filed> {
  const now = ctx.clock.now();
  const { count } = await tx.fraudSignal.createMany({
    data: signals.map(({ key, strength, at, facts }) => ({
      ...{ id: newId(), naturalKey: key, kind: facts.kind, strength, at, facts, claimId },
      ...{ rulesVersion: RULES_VERSION, foundAt: now },
    })),
    skipDuplicates: true,
  });
  const nothing = { signals: count, cases: 0, held: 0 };
  if (count === 0) return nothing;
  const loose = await tx.fraudSignal.findMany({
    where: { claimId, caseId: null, at: { gte: new Date(now.getTime() - SIGNAL_DAYS * DAY_MS) } },
    select: { id: true, kind: true, strength: true },
  });
  const known = await undecidedCase(tx, claimId);
  if (!known && !makesCase(loose)) return nothing;
  const caseId = known ?? (await openCase(ctx, tx, claimId));
  await tx.fraudSignal.updateMany({ where: { id: { in: loose.map(({ id }) => id) } }, data: { caseId } });
  const held = await holdConcerned(ctx, tx, caseId);
  return { signals: count, cases: known ? 0 : 1, held };
}

/** The case of a claim that waits for a decision; null for none. */
export async function undecidedCase(tx: Tx, claimId: string): Promise<string | null> {
  const row = await tx.fraudCase.findFirst({
    where: { claimId, status: { in: ["OPEN", "ASKED"] } },
    select: { id: true },
  });
  return row?.id ?? null;
}

/** One at a time for a claim's case: detection, questions and decisions. */
export async function lockClaim(tx: Tx, claimId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`fraud:${claimId}`}, 0))`;
}

async function openCase(ctx: Ctx, tx: Tx, claimId: string): Promise<string> {
  const now = ctx.clock.now();
  const claim = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: {
      creatorId: true,
      creator: { select: { displayName: true, handle: true } },
      campaign: { select: { institutionId: true, title: true } },
    },
  });
  const { institutionId, title } = claim.campaign;
  const { id } = await tx.fraudCase.create({
    data: {
      ...{ id: newId(now), institutionId, claimId, creatorId: claim.creatorId, openedAt: now },
      dueAt: dueAfter(now, OFFICER_DAYS),
      searchText: `${claim.creator.displayName} @${claim.creator.handle} ${title}`.toLowerCase(),
    },
    select: { id: true },
  });
  await audit(tx, ctx, {
    ...{ action: "fraud.opened", entity: "fraudCase", entityId: id, institutionId, data: { claimId } },
  });
  return id;
}

/**
 * Holds the commission of the orders that a case concerns and that do not wait yet. With the first of them the
 * influencer is told; how much waits meanwhile stands on their pages.
 * @param among only these orders; null: all of the claim's
 * @returns how many
 */
export async function holdConcerned(
  ctx: Ctx,
  tx: Tx,
  caseId: string,
  among: readonly string[] | null = null,
): Promise<number> {
  const row = await tx.fraudCase.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      claimId: true,
      institution: { select: { id: true, regionId: true } },
      signals: { select: { facts: true } },
    },
  });
  const { institution, claimId, signals } = row;
  const conversionIds = await concernedOrders(tx, { claimId, signals, among });
  const reference = holdReference(caseId);
  const held = await holdCommission(ctx, { institution, claimId, conversionIds, reference, reason: "" });
  const before = await tx.commissionHold.count({ where: { reference, conversionId: { notIn: held } } });
  if (held.length > 0 && before === 0) await enqueue(tx, commissionHeld, { caseId });
  return held.length;
}
