import { slugify } from "~/kernel/slug";

export const INSTITUTION_KINDS = [
  "LAPAS",
  "LAPAS_NARKOTIKA",
  "LAPAS_PEREMPUAN",
  "LPKA",
  "RUTAN",
  "BAPAS",
] as const;
export type InstitutionKind = (typeof INSTITUTION_KINDS)[number];

export const INSTITUTION_CLASSES = ["I", "IIA", "IIB", "III"] as const;
export type InstitutionClass = (typeof INSTITUTION_CLASSES)[number];

/** How an institution of each kind is called in its name. */
const KIND_WORDS: Record<InstitutionKind, string> = {
  LAPAS: "Lapas",
  LAPAS_NARKOTIKA: "Lapas Narkotika",
  LAPAS_PEREMPUAN: "Lapas Perempuan",
  LPKA: "LPKA",
  RUTAN: "Rutan",
  BAPAS: "Bapas",
};

/** The name in the order of the field: "Lapas Narkotika Kelas IIA Muara Beliti". Without a class, without "Kelas". */
export function institutionName(
  kind: InstitutionKind,
  klass: InstitutionClass | null,
  place: string,
): string {
  const words = [KIND_WORDS[kind], klass ? `Kelas ${klass}` : "", place.trim().replace(/\s+/g, " ")];
  return words.filter(Boolean).join(" ");
}

export type NameFault = "kind" | "class" | "place";

/** The kind that a name speaks of: the longest of the words that it begins with. */
function kindInName(name: string): InstitutionKind | null {
  const matches = INSTITUTION_KINDS.filter((kind) => name.startsWith(`${KIND_WORDS[kind]} `));
  return matches.sort((a, b) => KIND_WORDS[b].length - KIND_WORDS[a].length)[0] ?? null;
}

/**
 * What is wrong with a name that a person typed: it must begin with the words of its kind, name its class (and no
 * other) right after, and end with a place.
 */
export function nameFault(
  name: string,
  kind: InstitutionKind,
  klass: InstitutionClass | null,
): NameFault | null {
  if (kindInName(name) !== kind) return "kind";
  const rest = name.slice(KIND_WORDS[kind].length + 1);
  const found = /^Kelas (\S+)\s*(.*)$/.exec(rest);
  if ((found?.[1] ?? null) !== klass) return "class";
  const place = found ? (found[2] ?? "") : rest;
  return place.trim().length >= 2 ? null : "place";
}

/** The address of an institution: its name without the class, which can change. "lapas-sidoarjo". */
export function institutionSlug(name: string): string {
  return slugify(name.replace(/\bKelas \S+\s*/, ""));
}

/** "Lapas Kelas IIA Kerobokan, Badung"; the city alone is left out where the name says it already. */
export function nameWithCity({ name, city }: { name: string; city: string }): string {
  return name.includes(city) ? name : `${name}, ${city}`;
}

/** The box around Indonesia, in degrees; a point outside it is a slip of the pen. */
export const INDONESIA = { south: -11.2, north: 6.2, west: 94.8, east: 141.2 } as const;
