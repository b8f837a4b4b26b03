import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { type HandMapping, normaliseHeader } from "../recognise";
import type { ReportKind } from "../report";

/** The columns that an owner's people mapped by hand, by report. */
export async function learntBy(
  db: Ctx["db"] | Tx,
  ownerId: string,
): Promise<Partial<Record<ReportKind, HandMapping[]>>> {
  const rows = await db.importMapping.findMany({
    where: { ownerId },
    select: { report: true, header: true, field: true },
    orderBy: { createdAt: "asc" },
  });
  const learnt: Partial<Record<ReportKind, HandMapping[]>> = {};
  for (const { report, header, field } of rows) {
    const known = learnt[report] ?? [];
    known.push({ header, field });
    learnt[report] = known;
  }
  return learnt;
}

/** Remembers which column of the file holds a field; a column holds one field, a later word holds. */
export async function learn(
  tx: Tx,
  ownerId: string,
  report: ReportKind,
  mappings: readonly { header: string; field: string }[],
): Promise<void> {
  for (const { header, field } of mappings) {
    const name = normaliseHeader(header);
    await tx.importMapping.deleteMany({ where: { ownerId, report, field } });
    await tx.importMapping.upsert({
      where: { ownerId_report_header: { ownerId, report, header: name } },
      create: { ownerId, report, header: name, field },
      update: { field },
    });
  }
}
