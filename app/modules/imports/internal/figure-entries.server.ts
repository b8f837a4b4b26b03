import type { Ctx } from "~/platform/context.server";
import { Prisma, type Tx } from "~/platform/db.server";
import { type StoredFigureRow, storedFigureRow } from "../figure-rows";
import { codeKey } from "../tags";
import { type ImportRecord, ownerOf } from "./import-record.server";
import { placesOfLinks } from "./order-entries.server";
import { byEntry, type StagedRow, type Verdict } from "./stage-rows.server";

export type FigureEntry = { row: number; institutionId: string; fact: StoredFigureRow };

/** The figures of staged rows: of two rows of one key the lower one in the file counts. */
export async function prepareFigures(
  db: Ctx["db"] | Tx,
  record: ImportRecord,
  rows: readonly StagedRow[],
): Promise<{ entries: FigureEntry[]; verdicts: Verdict[] }> {
  const owner = ownerOf(record);
  const places = owner.kind === "creator" ? await placesOfLinks(db, owner.id) : null;
  const entries: FigureEntry[] = [];
  const verdicts: Verdict[] = [];
  for (const [, entry] of byEntry(rows)) {
    const facts = entry.map(({ row, fact }) => ({ row, fact: storedFigureRow.parse(fact) }));
    const last = facts.at(-1);
    if (!last) continue;
    for (const { row, fact } of facts.slice(0, -1)) {
      const same = JSON.stringify(fact) === JSON.stringify(last.fact);
      const params = { row: last.row };
      verdicts.push({ row, outcome: "SKIPPED", reason: same ? "repeated" : "superseded", params });
    }
    const institutionId = places
      ? places.get(codeKey(last.fact.entity.id))?.id
      : owner.kind === "institution"
        ? owner.id
        : undefined;
    if (institutionId) entries.push({ row: last.row, institutionId, fact: last.fact });
    else verdicts.push({ row: last.row, outcome: "SKIPPED", reason: "notYours" });
  }
  return { entries, verdicts };
}

/** What applying would do to each figure: the latest applied import of the same key is what it is held against. */
export async function compareFigures(
  db: Ctx["db"] | Tx,
  record: ImportRecord,
  entries: readonly FigureEntry[],
): Promise<Verdict[]> {
  const known = await knownValues(db, record, entries);
  return entries.map(({ row, institutionId, fact }) => {
    const before = known.get(`${institutionId}|${fact.key}`);
    const now = signature(fact.values.map(({ metric, micro }) => [metric, BigInt(micro)]));
    const outcome = before === undefined ? "NEW" : before === now ? "UNCHANGED" : "UPDATED";
    return { row, outcome, institutionId };
  });
}

const signature = (values: [string, bigint][]) =>
  values
    .map(([metric, micro]) => `${metric}=${micro}`)
    .sort()
    .join(",");

async function knownValues(
  db: Ctx["db"] | Tx,
  record: ImportRecord,
  entries: readonly FigureEntry[],
): Promise<Map<string, string>> {
  if (entries.length === 0) return new Map();
  const institutions = [...new Set(entries.map(({ institutionId }) => institutionId))];
  const keys = entries.map(({ fact }) => fact.key);
  const rows = await db.$queryRaw<
    { institutionId: string; key: string; importId: string; metric: string; micro: string }[]
  >`
    SELECT m.institution_id AS "institutionId", m.key, m.import_id AS "importId", m.metric,
      trunc(m.value * 1000000)::text AS micro
    FROM report_metric m JOIN report_import i ON i.id = m.import_id
    WHERE m.institution_id = ANY(${institutions}::uuid[]) AND m.report = ${record.report}::"ImportReport"
      AND m.key = ANY(${keys}) AND i.status = 'APPLIED'
    ORDER BY i.applied_at, i.id`;
  const latest = new Map<string, { importId: string; values: [string, bigint][] }>();
  for (const { institutionId, key, importId, metric, micro } of rows) {
    const place = `${institutionId}|${key}`;
    const held = latest.get(place);
    if (held?.importId === importId) held.values.push([metric, BigInt(micro)]);
    else latest.set(place, { importId, values: [[metric, BigInt(micro)]] });
  }
  return new Map([...latest].map(([place, { values }]) => [place, signature(values)]));
}

/** Writes figures as this import's. Writing them again changes nothing. */
export async function writeFigures(
  tx: Tx,
  record: ImportRecord,
  entries: readonly FigureEntry[],
): Promise<void> {
  await tx.reportMetric.createMany({
    skipDuplicates: true,
    data: entries.flatMap(({ institutionId, fact }) =>
      fact.values.map(({ metric, unit, micro }) => ({
        ...{ importId: record.id, key: fact.key, metric, institutionId, unit },
        report: reportOf(record),
        periodFrom: new Date(fact.from),
        periodTo: new Date(fact.to),
        ...{ entityKind: fact.entity.kind, entityId: fact.entity.id, entityName: fact.entity.name },
        value: new Prisma.Decimal(micro).div(1_000_000),
      })),
    ),
  });
}

function reportOf({ id, report }: ImportRecord) {
  if (report === null) throw new RangeError(`import ${id} has no report`);
  return report;
}
