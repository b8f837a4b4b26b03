/** ISO 639 has languages of two and of three letters. */
const PRIMARY = /^[a-z]{2,3}$/i;
const MAX_LENGTH = 300;

/**
 * The language that a visitor would rather read: the primary tag with the highest weight in Accept-Language (RFC
 * 9110, section 12.5.4), in small letters; the first of those that weigh the same. Null for none and for nonsense.
 */
export function primaryLanguage(header: string | undefined): string | null {
  if (!header) return null;
  const text = header.length > MAX_LENGTH ? header.slice(0, MAX_LENGTH) : header;
  let best: string | null = null;
  let bestWeight = 0;
  // Browsers name the best first and without a weight, so that one look is nearly always enough.
  for (let start = 0; start < text.length && bestWeight < 1; ) {
    const comma = text.indexOf(",", start);
    const end = comma < 0 ? text.length : comma;
    const semicolon = text.indexOf(";", start);
    const tagEnd = semicolon < 0 || semicolon > end ? end : semicolon;
    const weight = tagEnd === end ? 1 : weightOf(text.slice(tagEnd + 1, end).split(";"));
    const primary = weight > bestWeight ? primaryOf(text, start, tagEnd) : null;
    if (primary !== null) {
      best = primary;
      bestWeight = weight;
    }
    start = end + 1;
  }
  return best;
}

/** The tag's primary part between two places; null where it is no language. Java still says `in` for Indonesian. */
function primaryOf(text: string, start: number, end: number): string | null {
  const hyphen = text.indexOf("-", start);
  const tag = text.slice(start, hyphen < 0 || hyphen > end ? end : hyphen).trim();
  if (!PRIMARY.test(tag)) return null;
  const primary = tag.toLowerCase();
  return primary === "in" ? "id" : primary;
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
