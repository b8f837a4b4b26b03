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

type Lesson = { ownerId: string; report: ReportKind; by: string | null; at: Date };

/** Remembers which column of the file holds a field; a column holds one field, a later word holds. */
export async function learn(
  tx: Tx,
  { ownerId, report, by, at }: Lesson,
  mappings: readonly HandMapping[],
): Promise<void> {
  if (mappings.length === 0) return;
  const named = mappings.map(({ header, field }) => ({ header: normaliseHeader(header), field }));
  const headers = named.map(({ header }) => header);
  const fields = named.map(({ field }) => field);
  await tx.importMapping.deleteMany({
    where: { ownerId, report, OR: [{ header: { in: headers } }, { field: { in: fields } }] },
  });
  await tx.importMapping.createMany({
    data: named.map((mapping) => ({ ownerId, report, ...mapping, createdById: by, createdAt: at })),
  });
}

export type Author = { name: string | null; at: Date };

/** Who pointed out the columns of an owner's report and when, by field; no name where that was not kept. */
export async function authorsOf(
  db: Ctx["db"],
  ownerId: string,
  report: ReportKind,
): Promise<Map<string, Author>> {
  const rows = await db.importMapping.findMany({
    where: { ownerId, report },
    select: { field: true, createdAt: true, createdById: true },
  });
  const users = await db.user.findMany({
    where: { id: { in: rows.flatMap(({ createdById }) => createdById ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return new Map(
    rows.map(({ field, createdAt, createdById }) => [
      field,
      { name: createdById ? (names.get(createdById) ?? null) : null, at: createdAt },
    ]),
  );
}
