/** ISO 639 has languages of two and of three letters. */
const PRIMARY = /^[a-z]{2,3}$/;
const MAX_TAGS = 12;
const MAX_LENGTH = 300;

/**
 * The language that a visitor would rather read: the primary tag with the highest weight in Accept-Language (RFC
 * 9110, section 12.5.4), in small letters; the first of those that weigh the same. Null for none and for nonsense.
 */
export function primaryLanguage(header: string | undefined): string | null {
  if (!header) return null;
  let best: string | null = null;
  let bestWeight = 0;
  for (const range of header.slice(0, MAX_LENGTH).split(",", MAX_TAGS)) {
    const [tag = "", ...parameters] = range.split(";");
    const weight = weightOf(parameters);
    if (weight <= bestWeight) continue;
    const primary = tag.trim().split("-", 1)[0]?.toLowerCase() ?? "";
    if (!PRIMARY.test(primary)) continue;
    best = primary === "in" ? "id" : primary;
    bestWeight = weight;
  }
  return best;
}

/** 1 without a `q`; 0 ("not this one") where the weight is no number from 0 to 1. */
function weightOf(parameters: readonly string[]): number {
  for (const parameter of parameters) {
    const [name = "", value = ""] = parameter.split("=");
    if (name.trim().toLowerCase() !== "q") continue;
    return /^\s*(0(\.\d{0,3})?|1(\.0{0,3})?)\s*$/.test(value) ? Number(value) : 0;
  }
  return 1;
}
