import { AppError } from "~/kernel/app-error";
import { isId } from "~/kernel/id";
import type { Ctx } from "~/platform/context.server";
import { type CaseStatus, holdReference, isConcerned, type Outcome, type Turn, turnOf } from "../fraud";
import { type CaseEvent, eventsOf } from "../internal/case-events.server";
import { caseRow } from "../internal/case-row.server";
import { factsSchema, type SignalFacts } from "../signals";

export type CaseSignal = { id: string; strength: number; foundAt: Date; facts: SignalFacts };

export type ConcernedOrder = {
  conversionId: string;
  orderId: string;
  occurredAt: Date;
  netRupiah: bigint;
  commissionRupiah: bigint;
  state: "HELD" | "RELEASED" | "VOIDED";
};

export type CaseDetail = {
  id: string;
  status: CaseStatus;
  openedAt: Date;
  turn: Turn;
  influencer: { name: string; handle: string };
  campaign: { id: string; title: string };
  signals: CaseSignal[];
  /** Names of officers whom signals name. */
  officers: Record<string, string>;
  orders: ConcernedOrder[];
  events: CaseEvent[];
  /** Whether this person may ask and decide; `concerned` if only for being concerned not. */
  may: "decide" | "read" | "concerned";
  /** Into which the decision may turn. */
  outcomes: Outcome[];
};

/** The most orders that the page shows. */
const MOST_ORDERS = 200;

type Input = { institution: { id: string; regionId: string }; caseId: string };

/** A case with what was found, the orders that wait, and what was asked, answered and decided. */
export async function caseDetail(ctx: Ctx, { institution, caseId }: Input): Promise<CaseDetail> {
  const scope = { institutionId: institution.id, regionId: institution.regionId };
  ctx.authorize("fraud.read", scope);
  const row = isId(caseId)
    ? await ctx.db.fraudCase.findUnique({
        where: { id: caseId, institutionId: institution.id },
        select: {
          ...{ id: true, status: true, openedAt: true, dueAt: true, answeredAt: true },
          claim: {
            select: {
              creator: { select: { displayName: true, handle: true } },
              campaign: { select: { id: true, title: true } },
            },
          },
          signals: {
            select: { id: true, strength: true, foundAt: true, facts: true },
            orderBy: [{ strength: "desc" }, { at: "asc" }, { id: "asc" }],
          },
        },
      })
    : null;
  if (!row) throw new AppError("not_found", `no fraud case ${caseId}`);
  const { subject } = await caseRow(ctx.db, caseId);
  const officers = await ctx.db.user.findMany({
    where: { id: { in: subject.officerUserIds } },
    select: { id: true, name: true },
  });
  const { creator, campaign } = row.claim;
  const userId = ctx.actor.kind === "user" ? ctx.actor.userId : "";
  const concerned = isConcerned(userId, subject);
  const outcomes: Outcome[] = ["CLEARED", "CONFIRMED"];
  return {
    ...{ id: row.id, status: row.status, openedAt: row.openedAt, turn: turnOf(row), campaign },
    influencer: { name: creator.displayName, handle: creator.handle },
    signals: row.signals.map((signal) => ({ ...signal, facts: factsSchema.parse(signal.facts) })),
    officers: Object.fromEntries(officers.map(({ id, name }) => [id, name])),
    orders: await concernedOf(ctx, caseId),
    events: await eventsOf(ctx, caseId),
    may: !ctx.can("fraud.decide", scope) ? "read" : concerned ? "concerned" : "decide",
    outcomes: outcomes.filter((outcome) => outcome !== row.status),
  };
}

async function concernedOf(ctx: Ctx, caseId: string): Promise<ConcernedOrder[]> {
  const rows = await ctx.db.commissionHold.findMany({
    where: { reference: holdReference(caseId) },
    select: {
      ...{ conversionId: true, claimId: true, state: true },
      conversion: { select: { orderId: true, occurredAt: true, credits: true } },
    },
    orderBy: { conversionId: "asc" },
    take: MOST_ORDERS,
  });
  return rows.map(({ conversionId, claimId, state, conversion }) => {
    const credit = conversion.credits.find((each) => each.claimId === claimId);
    return {
      ...{ conversionId, state, orderId: conversion.orderId, occurredAt: conversion.occurredAt },
      netRupiah: credit?.netRupiah ?? 0n,
      commissionRupiah: credit?.commissionRupiah ?? 0n,
    };
  });
}
