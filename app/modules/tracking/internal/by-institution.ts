import type { Ctx } from "~/platform/context.server";
import type { OrderReport } from "../order-report";

type Group = { institutionId: string; places: { at: number; report: OrderReport }[] };

/**
 * Reports by institution, in the order of the institutions' ids, so that two calls take their locks alike; each with
 * its place in the call.
 * @throws AppError `forbidden` where the actor may not record for one of them
 */
export function byInstitution(ctx: Ctx, reports: readonly OrderReport[]): Group[] {
  const groups = new Map<string, Group>();
  for (const [at, report] of reports.entries()) {
    const { id, regionId } = report.institution;
    const group = groups.get(id) ?? { institutionId: id, places: [] };
    if (!groups.has(id)) ctx.authorize("conversion.record", { institutionId: id, regionId });
    group.places.push({ at, report });
    groups.set(id, group);
  }
  return [...groups.values()].sort((a, b) => (a.institutionId < b.institutionId ? -1 : 1));
}

/** Puts outcomes of a group back to the places of their reports. */
export function inOrder<Outcome>(
  places: Group["places"],
  outcomes: readonly Outcome[],
): { at: number; outcome: Outcome }[] {
  return places.flatMap(({ at }, index) => {
    const outcome = outcomes[index];
    return outcome === undefined ? [] : [{ at, outcome }];
  });
}
