import type { Ctx } from "~/platform/context.server";
import { authorizeRead, type ImportOwner, ownedBy } from "../owner";
import type { Unit } from "../report";
import { REPORTS } from "../reports/all";

export type ImportFigures = {
  metrics: { key: string; unit: Unit }[];
  rows: { label: string; values: (number | null)[] }[];
  /** More than are shown. */
  more: boolean;
};

export const FIGURE_ROWS = 50;
const METRICS = 6;

type Cell = { label: string; metric: string; unit: Unit; value: number; parts: bigint };

/**
 * The figures of an applied import by what they are about, the largest first. Amounts and counts of several periods
 * are added up; shares and ratios are not: they show a dash then.
 */
export async function importFigures(
  ctx: Ctx,
  { owner, importId }: { owner: ImportOwner; importId: string },
): Promise<ImportFigures> {
  authorizeRead(ctx, owner);
  const metrics = await ctx.db.reportMetric.groupBy({
    by: ["metric", "unit"],
    where: { importId, import: ownedBy(owner) },
    _count: true,
  });
  const place = (key: string) => ORDER.indexOf(key);
  const shown = metrics.sort((a, b) => place(a.metric) - place(b.metric)).slice(0, METRICS);
  const [main] = shown;
  if (!main) return { metrics: [], rows: [], more: false };
  const cells = await ctx.db.$queryRaw<Cell[]>`
    WITH labelled AS (
      SELECT metric, unit, value, CASE
        WHEN entity_name <> '' AND entity_kind <> 'LINK' THEN entity_name
        WHEN entity_id <> '' THEN entity_id
        WHEN entity_kind = 'LINK' THEN '–'
        ELSE to_char(period_from AT TIME ZONE 'Asia/Jakarta', 'YYYY-MM-DD') END AS label
      FROM report_metric WHERE import_id = ${importId}::uuid
    ), largest AS (
      SELECT label FROM labelled WHERE metric = ${main.metric}
      GROUP BY label ORDER BY sum(value) DESC, label LIMIT ${FIGURE_ROWS + 1}
    )
    SELECT label, metric, unit, sum(value)::float AS value, count(*) AS parts
    FROM labelled JOIN largest USING (label) GROUP BY label, metric, unit`;
  return tabulate(
    shown.map(({ metric, unit }) => ({ key: metric, unit: unit as Unit })),
    cells,
  );
}

/** The reports' own order, the figures that a report needs first: what it is about. */
const ORDER = Object.values(REPORTS)
  .flatMap(({ columns }) => columns.filter(({ metric }) => metric))
  .sort((a, b) => Number(b.needed ?? false) - Number(a.needed ?? false))
  .map(({ metric }) => metric?.key);

function tabulate(metrics: ImportFigures["metrics"], cells: Cell[]): ImportFigures {
  const byLabel = new Map<string, Map<string, number | null>>();
  for (const { label, metric, unit, value, parts } of cells) {
    const row = byLabel.get(label) ?? new Map<string, number | null>();
    const adds = unit === "RUPIAH" || unit === "COUNT" || parts === 1n;
    row.set(metric, adds ? value : null);
    byLabel.set(label, row);
  }
  const rows = [...byLabel].map(([label, row]) => ({
    label,
    values: metrics.map(({ key }) => row.get(key) ?? null),
  }));
  rows.sort((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0));
  return { metrics, rows: rows.slice(0, FIGURE_ROWS), more: rows.length > FIGURE_ROWS };
}
