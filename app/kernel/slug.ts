/** The longest slug that is made, in characters. */
export const MAX_SLUG = 80;

/**
 * A text as a part of an address: lower-case ASCII letters, digits and single hyphens. Diacritics lose their marks.
 * @returns an empty text when nothing is left.
 */
export function slugify(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_SLUG)
    .replace(/^-+|-+$/g, "");
}

/** The first of `base`, `base-2`, `base-3`, … that is not taken. */
export function freeSlug(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base;
  for (let number = 2; ; number += 1) {
    const candidate = `${base.slice(0, MAX_SLUG - 5)}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
