import type { CellKind, Column, Unit } from "../report";

const KIND_OF: Record<Unit, CellKind> = { RUPIAH: "money", COUNT: "number", RATIO: "rate", NUMBER: "number" };

/** Columns of figures, briefly: header, what it measures, unit, and whether the report needs it. */
export function figures(list: readonly (readonly [string, string, Unit, "needed"?])[]): Column[] {
  return list.map(([header, key, unit, needed]) => ({
    header,
    field: key,
    kind: KIND_OF[unit],
    metric: { key, unit },
    ...(needed ? { needed: true } : {}),
  }));
}
