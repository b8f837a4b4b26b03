import { asZone, type Zone } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import { caseRow } from "../internal/case-row.server";
import { type HeldSum, heldSums, NOTHING_HELD } from "../internal/held-sums.server";
import type { SignalKind } from "../signals";

export type NewCase = {
  id: string;
  influencer: string;
  campaign: string;
  kinds: SignalKind[];
  held: HeldSum;
  dueAt: Date;
  /** Officers who are concerned by it: others look at it. */
  concerned: readonly string[];
};

export type NewCasesLetter = {
  institution: { slug: string; name: string; timeZone: Zone };
  cases: NewCase[];
};

/** What the mail about new cases tells the officers of a Lapas: those that nobody decided or asked about meanwhile. */
export async function newCasesLetter(
  ctx: Ctx,
  input: { institutionId: string; caseIds: readonly string[] },
): Promise<NewCasesLetter | null> {
  const rows = await ctx.db.fraudCase.findMany({
    where: { id: { in: [...input.caseIds] }, institutionId: input.institutionId, status: "OPEN" },
    select: {
      ...{ id: true, dueAt: true },
      institution: { select: { slug: true, name: true, timeZone: true } },
      signals: { select: { kind: true }, orderBy: [{ strength: "desc" }, { id: "asc" }] },
      claim: {
        select: { creator: { select: { displayName: true } }, campaign: { select: { title: true } } },
      },
    },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
  });
  const [first] = rows;
  if (!first) return null;
  const held = await heldSums(
    ctx,
    rows.map(({ id }) => id),
  );
  const cases: NewCase[] = [];
  for (const { id, dueAt, claim, signals } of rows) {
    const { subject } = await caseRow(ctx.db, id);
    cases.push({
      ...{ id, dueAt, held: held.get(id) ?? NOTHING_HELD, concerned: subject.officerUserIds },
      influencer: claim.creator.displayName,
      campaign: claim.campaign.title,
      kinds: [...new Set(signals.map(({ kind }) => kind))],
    });
  }
  const { institution } = first;
  return { institution: { ...institution, timeZone: asZone(institution.timeZone) }, cases };
}
