import { z } from "zod";
import type { FigureReportDefinition, Unit } from "./report";
import { type RowReader, RowRefusal } from "./row-reader";
import { linkCodesOf } from "./tags";
import type { Period } from "./times";
import { MICRO } from "./values";

/** A row of figures as it is kept: values in millionths as text, days and times as ISO. */
export const storedFigureRow = z.object({
  key: z.string(),
  from: z.string(),
  to: z.string(),
  entity: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  values: z.array(
    z.object({ metric: z.string(), unit: z.enum(["RUPIAH", "COUNT", "RATIO", "NUMBER"]), micro: z.string() }),
  ),
});
export type StoredFigureRow = z.infer<typeof storedFigureRow>;

/**
 * Reads a row of a report of figures. A cell that says nothing is left out: missing is not zero.
 * @param period of the whole file, for reports whose rows do not say their own
 * @throws RowRefusal
 */
export function readFigureRow(
  definition: FigureReportDefinition,
  reader: RowReader,
  period: Period | null,
): StoredFigureRow {
  const own = definition.ownPeriod ? ownPeriod(reader) : period;
  if (!own) throw new RowRefusal(null, "period");
  const id = entityId(definition, reader);
  const values = definition.grain === "click" ? [ONE_CLICK] : valuesOf(definition, reader);
  if (values.length === 0) throw new RowRefusal(null, "nothing");
  return {
    key: keyOf(definition, reader, own, id),
    from: own.from.toISOString(),
    to: own.to.toISOString(),
    entity: { kind: definition.entity, id, name: reader.text("entityName") ?? "" },
    values,
  };
}

const ONE_CLICK = { metric: "clicks", unit: "COUNT" as const, micro: String(MICRO) };

function ownPeriod(reader: RowReader): Period {
  if (reader.has("period")) return reader.needed("period", reader.period("period"));
  const from = reader.needed("from", reader.time("from"));
  const to = reader.has("to") ? reader.needed("to", reader.time("to")) : from;
  return from <= to ? { from, to } : reader.refuse("to", "time");
}

function entityId(definition: FigureReportDefinition, reader: RowReader): string {
  if (!reader.has("entityId")) return "";
  // A click's five tags come joined: "kopi7xq-0f3a-story--".
  if (definition.grain === "click") return linkCodesOf((reader.text("entityId") ?? "").split("-"))[0] ?? "";
  const column = definition.columns.find(({ field }) => field === "entityId");
  const id = column?.kind === "id" ? reader.id("entityId") : reader.text("entityId");
  return column?.needed ? reader.needed("entityId", id) : (id ?? "");
}

/** One and the same in every file: the report's own key, and the period it speaks of. */
function keyOf(definition: FigureReportDefinition, reader: RowReader, period: Period, id: string): string {
  if (definition.grain === "click") return reader.needed("key", reader.id("key"));
  const product = reader.text("entityProduct");
  const parts = [id, ...(product ? [product] : []), period.from.toISOString(), period.to.toISOString()];
  return parts.join("|");
}

function valuesOf(definition: FigureReportDefinition, reader: RowReader): StoredFigureRow["values"] {
  return definition.columns.flatMap(({ field, metric, needed }) => {
    if (!field || !metric || !reader.has(field)) return [];
    const micro = microOf(reader, field, metric.unit);
    if (micro === null) return needed ? reader.refuse(field, "missing") : [];
    return [{ metric: metric.key, unit: metric.unit, micro: String(micro) }];
  });
}

function microOf(reader: RowReader, field: string, unit: Unit): bigint | null {
  switch (unit) {
    case "RUPIAH":
      return reader.money(field);
    case "COUNT": {
      const count = reader.count(field);
      return count === null ? null : BigInt(count) * MICRO;
    }
    case "RATIO":
      return reader.rate(field);
    case "NUMBER":
      return reader.number(field);
  }
}
