import type { Ctx } from "~/platform/context.server";
import type { Prisma, Tx } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { factsSchema, MOST_LATE, type Signal } from "../signals";
import { WEIGHTS } from "../thresholds";
import { concernedOrders } from "./concerned-orders.server";
import { type Filed, fileLocked, holdConcerned, lockClaim, undecidedCase } from "./file-signals.server";

type Changed = { claimIds: readonly string[]; conversionIds: readonly string[] };

/**
 * Orders that came after their case: of what waits for a decision they wait as well; of what was confirmed they make a
 * signal, so that an officer decides about them too.
 */
export async function followCases(ctx: Ctx, { claimIds, conversionIds }: Changed): Promise<Filed> {
  const cases = await ctx.db.fraudCase.findMany({
    where: { claimId: { in: [...claimIds] }, status: { not: "CLEARED" } },
    select: { claimId: true },
    distinct: ["claimId"],
    orderBy: { claimId: "asc" },
  });
  const sum: Filed = { signals: 0, cases: 0, held: 0 };
  for (const { claimId } of cases) {
    const followed = await inTransaction(ctx, async (tx, inner) => {
      await lockClaim(tx, claimId);
      const open = await undecidedCase(tx, claimId);
      const held = open ? await holdConcerned(inner, tx, open, conversionIds) : 0;
      const late = await findLateOrders(tx, claimId, conversionIds, inner.clock.now());
      const filed = await fileLocked(inner, tx, claimId, late);
      return { ...filed, held: held + filed.held };
    });
    sum.signals += followed.signals;
    sum.cases += followed.cases;
    sum.held += followed.held;
  }
  return sum;
}

/**
 * A signal for each confirmed case of a claim and those of these orders that it concerns, as far as no officer has
 * looked at them. Where an officer found the orders that followed a case ordinary, later ones are left alone.
 */
async function findLateOrders(
  tx: Tx,
  claimId: string,
  among: readonly string[],
  now: Date,
): Promise<Signal[]> {
  const decided = await tx.fraudCase.findMany({
    where: { claimId, status: { in: ["CLEARED", "CONFIRMED"] } },
    select: { id: true, status: true, signals: { select: { facts: true } } },
    orderBy: { id: "asc" },
  });
  const dismissed = decided.flatMap(({ status, signals }) =>
    status === "CLEARED" ? followedBy(signals) : [],
  );
  const confirmed = decided.filter(({ id, status }) => status === "CONFIRMED" && !dismissed.includes(id));
  const signals: Signal[] = [];
  const told = new Set<string>();
  for (const { id: caseId, signals: found } of confirmed) {
    const concerned = await concernedOrders(tx, { claimId, signals: found, among, neverHeld: true });
    const late = concerned.filter((id) => !told.has(id));
    for (const id of late) told.add(id);
    for (let start = 0; start < late.length; start += MOST_LATE) {
      const conversionIds = late.slice(start, start + MOST_LATE);
      signals.push({
        key: `LATE_ORDERS:${caseId}:${conversionIds[0]}`,
        claimId,
        strength: WEIGHTS.LATE_ORDERS.strength,
        at: now,
        facts: { kind: "LATE_ORDERS", caseId, conversionIds },
      });
    }
  }
  return signals;
}

/** The cases whose late orders signals tell of. */
function followedBy(signals: readonly { facts: Prisma.JsonValue }[]): string[] {
  const all = signals.map(({ facts }) => factsSchema.parse(facts));
  return [...new Set(all.flatMap((facts) => (facts.kind === "LATE_ORDERS" ? facts.caseId : [])))];
}
