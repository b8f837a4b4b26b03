import { AppError } from "~/kernel/app-error";
import { isId } from "~/kernel/id";
import { asZone, type Zone } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import { type CaseStatus, type Turn, turnOf } from "../fraud";
import { type CaseEvent, eventsOf } from "../internal/case-events.server";
import { type HeldSum, heldSums, NOTHING_HELD } from "../internal/held-sums.server";
import type { SignalKind } from "../signals";

/** A case as its influencer reads it: what it is about in plain words, without the rules' numbers. */
export type OwnCase = {
  id: string;
  status: CaseStatus;
  turn: Turn;
  kinds: SignalKind[];
  held: HeldSum;
  events: CaseEvent[];
};

export type OwnCases = {
  claimId: string;
  campaign: string;
  institution: { name: string; timeZone: Zone };
  cases: OwnCase[];
  now: Date;
};

/** The cases of one's own claim, the newest first. @throws AppError `not_found`, `forbidden` */
export async function ownCases(ctx: Ctx, { claimId }: { claimId: string }): Promise<OwnCases> {
  ctx.authorize("claim.own");
  const claim = isId(claimId)
    ? await ctx.db.claim.findUnique({
        where: { id: claimId },
        select: {
          creatorId: true,
          campaign: { select: { title: true, institution: { select: { name: true, timeZone: true } } } },
          fraudCases: {
            select: {
              ...{ id: true, status: true, dueAt: true, answeredAt: true },
              signals: { select: { kind: true }, orderBy: [{ strength: "desc" }, { id: "asc" }] },
            },
            orderBy: { id: "desc" },
            take: 20,
          },
        },
      })
    : null;
  if (!claim) throw new AppError("not_found", `no claim ${claimId}`);
  ctx.authorize("claim.own", { creatorId: claim.creatorId });
  const held = await heldSums(
    ctx,
    claim.fraudCases.map(({ id }) => id),
  );
  const { title, institution } = claim.campaign;
  return {
    ...{ claimId, campaign: title, now: ctx.clock.now() },
    institution: { name: institution.name, timeZone: asZone(institution.timeZone) },
    cases: await Promise.all(
      claim.fraudCases.map(async (row) => ({
        ...{ id: row.id, status: row.status, turn: turnOf(row) },
        kinds: [...new Set(row.signals.map(({ kind }) => kind))],
        held: held.get(row.id) ?? NOTHING_HELD,
        events: (await eventsOf(ctx, row.id)).filter(({ kind }) => kind !== "OPENED"),
      })),
    ),
  };
}
