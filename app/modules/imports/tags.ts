import { foldCode } from "~/modules/tracking/codes";
import { readSubIds } from "~/modules/tracking/shopee-affiliate";

/** Written in the fifth place of links that Gaung composed; the places before it are then ours as well. */
const OUR_NAME = "gaung";

/**
 * The codes of referral links among the five tags of a Shopee affiliate link. Where the link was composed by Gaung the
 * first tag is the code and the others are no codes; in links that people made themselves any tag may be one.
 */
export function linkCodesOf(tags: readonly (string | null)[]): string[] {
  const ours = tags[4]?.trim().toLowerCase() === OUR_NAME;
  const codes = (ours ? tags.slice(0, 1) : tags).flatMap((tag) => readSubIds(tag ?? "", "").code ?? []);
  return [...new Set(codes.filter((code) => code !== OUR_NAME && !/^[0-9a-f]{32}$/.test(code)))];
}

/** The click among the five tags, where Gaung composed the link; in links of people's own making it says nothing. */
export function clickIdOf(tags: readonly (string | null)[]): string | null {
  const ours = tags[4]?.trim().toLowerCase() === OUR_NAME;
  return ours ? readSubIds("", tags[1] ?? "").clickId : null;
}

/** One writing for a code however a person or a shop wrote it: lower case, look-alikes and joints made equal. */
export function codeKey(code: string): string {
  return foldCode(code.toLowerCase().replaceAll("_", ""));
}
