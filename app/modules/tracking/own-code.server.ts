import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from "obscenity";
import { CODE_MAX, foldCode } from "./codes";
import { type CodeFormFault, codeFormFault, tidyOwnCode } from "./own-code-form";
import { OFFENSIVE_ALONE, OFFENSIVE_ANYWHERE, OFFICIAL, RESERVED } from "./own-code-words";

/** Why a code of an influencer's own choice is not taken; the messages are `tracking:link.codeFault.REASON`. */
export type OwnCodeFault = CodeFormFault | "reserved" | "official" | "offensive";

/** English abuse: the word list of the package `obscenity`, which knows its exceptions (Scunthorpe). */
const english = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

/** Good Indonesian words that the English list takes for bad ones. */
const GOOD = new Set(["semen", "analis", "analisa", "dada", "titik", "pakis", "kasih"]);

/** What a person writes instead of a letter. 1 stands for i or l, so it is tried as both. */
const LEET: Record<string, string> = {
  "0": "o",
  "3": "e",
  "4": "a",
  "5": "s",
  "6": "g",
  "7": "t",
  "8": "b",
  "9": "g",
};

function spellings(text: string): string[] {
  const plain = text.replace(/[03456789]/g, (sign) => LEET[sign] ?? sign);
  const both = plain.includes("1") ? [plain.replaceAll("1", "i"), plain.replaceAll("1", "l")] : [plain];
  // "kontoool" is read like "kontol".
  return both.flatMap((word) => {
    const once = word.replace(/(.)\1+/g, "$1");
    return once === word ? [word] : [word, once];
  });
}

const reserved = new Set(RESERVED.map(foldCode));
const alone: ReadonlySet<string> = new Set(OFFENSIVE_ALONE);

function isOffensive(segments: readonly string[], joined: readonly string[]): boolean {
  if (joined.some((text) => OFFENSIVE_ANYWHERE.some((word) => text.includes(word)))) return true;
  const words = segments.flatMap(spellings);
  if (words.some((word) => alone.has(word))) return true;
  if (joined.some((text) => alone.has(text))) return true;
  // Hyphens may take a bad word apart (f-u-c-k), but also stand between good ones whose ends meet.
  const tried = segments.some((segment) => segment.length <= 2) ? [...words, ...joined] : words;
  return tried.some((word) => !GOOD.has(word) && english.hasMatch(word));
}

/** Checks a code of somebody's own choice, already tidied. @returns why it is refused, null for a good one */
export function ownCodeFault(code: string): OwnCodeFault | null {
  const form = codeFormFault(code);
  if (form) return form;
  if (reserved.has(foldCode(code))) return "reserved";
  const joined = spellings(code.replaceAll("-", ""));
  if (joined.some((text) => OFFICIAL.some((word) => text.includes(word)))) return "official";
  return isOffensive(code.split("-"), joined) ? "offensive" : null;
}

const SUGGESTIONS = 4;

/** Other codes in the spirit of one that is taken, good ones only; whether they are free is for the database to say. */
export function suggestCodes(code: string, words: readonly string[]): string[] {
  const endings = [...words.map((word) => tidyOwnCode(word).replace(/[^0-9a-z-]/g, "")), "2", "3", "4", "5"];
  const tried = endings
    .filter((ending) => ending !== "" && !code.endsWith(`-${ending}`))
    .map((ending) => `${code.slice(0, CODE_MAX - ending.length - 1).replace(/-+$/, "")}-${ending}`);
  return [...new Set(tried)].filter((text) => ownCodeFault(text) === null).slice(0, SUGGESTIONS);
}
