import type { Brief, BriefDraft } from "./brief.schemas";

export const BRIEF_FIELDS = [
  "title",
  "aim",
  "message",
  "dos",
  "donts",
  "deliverables",
  "hashtags",
  "slots",
  "opensAt",
  "closesAt",
  "commission",
  "attributionWindowDays",
  "attribution",
  "destination",
] as const satisfies readonly (keyof Brief)[];
export type BriefField = (typeof BRIEF_FIELDS)[number];

/** JSON text with sorted keys: PostgreSQL's jsonb does not keep the order in which keys were written. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** The fields in which one publication differs from another, in the order in which a brief is read. */
export function changedFields(before: Brief, after: BriefDraft): BriefField[] {
  return BRIEF_FIELDS.filter((field) => canonical(before[field]) !== canonical(after[field]));
}
