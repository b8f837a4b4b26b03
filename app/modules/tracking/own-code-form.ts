import { CODE_MAX, CODE_MIN } from "./codes";

export type CodeFormFault = "short" | "long" | "signs" | "hyphens" | "digits";

/** What a person typed, brought into the form of a code: lower case, blanks and underscores as hyphens. */
export function tidyOwnCode(text: string): string {
  return text
    .trim()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s_.]+/g, "-")
    .replace(/-{2,}/g, "-");
}

/** What is wrong with the form of a code of somebody's own choice, already tidied; null where it is right. */
export function codeFormFault(code: string): CodeFormFault | null {
  if (code.length < CODE_MIN) return "short";
  if (code.length > CODE_MAX) return "long";
  if (!/^[0-9a-z-]+$/.test(code)) return "signs";
  if (code.startsWith("-") || code.endsWith("-") || code.includes("--")) return "hyphens";
  return /[a-z]/.test(code) ? null : "digits";
}
