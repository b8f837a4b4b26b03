import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { type StoredFigureRow, storedFigureRow } from "../figure-rows";
import type { Unit } from "../report";
import { figureChange } from "../row-change";
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
    if (!before) return { row, outcome: "NEW", institutionId };
    const change = figureChange(before, fact.values);
    return change.length > 0
      ? { row, outcome: "UPDATED", change, institutionId }
      : { row, outcome: "UNCHANGED", institutionId };
  });
}

type KnownValue = { metric: string; unit: Unit; micro: string };

async function knownValues(
  db: Ctx["db"] | Tx,
  record: ImportRecord,
  entries: readonly FigureEntry[],
): Promise<Map<string, KnownValue[]>> {
  if (entries.length === 0) return new Map();
  const institutions = [...new Set(entries.map(({ institutionId }) => institutionId))];
  const keys = entries.map(({ fact }) => fact.key);
  const rows = await db.$queryRaw<(KnownValue & { institutionId: string; key: string; importId: string })[]>`
    SELECT m.institution_id AS "institutionId", m.key, m.import_id AS "importId", m.metric, m.unit,
      trunc(m.value * 1000000)::text AS micro
    FROM report_metric m JOIN report_import i ON i.id = m.import_id
    WHERE m.institution_id = ANY(${institutions}::uuid[]) AND m.report = ${record.report}::"ImportReport"
      AND m.key = ANY(${keys}) AND i.status = 'APPLIED'
    ORDER BY i.applied_at, i.id`;
  const latest = new Map<string, { importId: string; values: KnownValue[] }>();
  for (const { institutionId, key, importId, ...value } of rows) {
    const place = `${institutionId}|${key}`;
    const held = latest.get(place);
    if (held?.importId === importId) held.values.push(value);
    else latest.set(place, { importId, values: [value] });
  }
  return new Map([...latest].map(([place, { values }]) => [place, values]));
}

/** Writes figures as this import's, in one statement. Writing them again changes nothing. */
export async function writeFigures(
  tx: Tx,
  record: ImportRecord,
  entries: readonly FigureEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const data = JSON.stringify(
    entries.map(({ institutionId, fact: { key, from, to, entity, values } }) => ({
      ...{ institution: institutionId, key, from, to, values },
      ...{ entity_kind: entity.kind, entity_id: entity.id, entity_name: entity.name },
    })),
  );
  // Millionths times a millionth: unlike a division it is exact whatever the size.
  await tx.$executeRaw`
    INSERT INTO report_metric (import_id, key, metric, institution_id, report, period_from, period_to,
      entity_kind, entity_id, entity_name, unit, value)
    SELECT ${record.id}::uuid, f.key, v.metric, f.institution, ${reportOf(record)}::"ImportReport", f."from", f."to",
      f.entity_kind, f.entity_id, f.entity_name, v.unit, v.micro * 0.000001
    FROM jsonb_to_recordset(${data}::jsonb) AS f(institution uuid, key text, "from" timestamptz, "to" timestamptz,
      entity_kind text, entity_id text, entity_name text, "values" jsonb)
    CROSS JOIN LATERAL jsonb_to_recordset(f."values") AS v(metric text, unit text, micro numeric)
    ON CONFLICT DO NOTHING`;
}

function reportOf({ id, report }: ImportRecord) {
  if (report === null) throw new RangeError(`import ${id} has no report`);
  return report;
}
