import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from "obscenity";
import { CODE_MAX, foldCode } from "./codes";
import { OFFENSIVE_ALONE, OFFENSIVE_ANYWHERE } from "./offensive-code-words";
import { type CodeFormFault, codeFormFault, tidyOwnCode } from "./own-code-form";
import { OFFICIAL, OFFICIAL_ENDING, RESERVED } from "./reserved-code-words";

/** Why a code of an influencer's own choice is not taken; the messages are `tracking:link.codeFault.REASON`. */
export type OwnCodeFault = CodeFormFault | "reserved" | "official" | "offensive";

/** English abuse: the word list of the package `obscenity`, which knows its exceptions (Scunthorpe). */
const english = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

/** Good Indonesian words that the English list takes for bad ones, with whatever follows (cumi-cumi, analisis). */
const GOOD = /^(?:semen|anali[st]|analog|kanal|dada|titik|pakis|kasih|cumi)/;

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

/**
 * Finds words of a list in a code with its hyphens: inside one of its words, or taken apart by hyphens (kon-tol) where
 * it is made of whole words of the code. The ends of good words may meet: hutan-jingga, open-booking.
 */
function finderOf(words: readonly string[]): (code: string) => boolean {
  const whole = words.join("|");
  const apart = words.map((word) => [...word].join("-?")).join("|");
  const pattern = new RegExp(`${whole}|(?<![^-])(?:${apart})(?![^-])`);
  return (code) => pattern.test(code);
}

const hasOfficial = finderOf(OFFICIAL);
const hasOffensive = finderOf(OFFENSIVE_ANYWHERE);

function isOfficial(code: string): boolean {
  const words = [...code.split("-"), code.replaceAll("-", "")];
  return hasOfficial(code) || words.some((word) => OFFICIAL_ENDING.some((ending) => word.endsWith(ending)));
}

function isOffensive(code: string): boolean {
  if (hasOffensive(code)) return true;
  const words = code.split("-");
  const joined = words.join("");
  if (alone.has(joined) || words.some((word) => alone.has(word))) return true;
  // The English list takes the ngg of tanggal, mangga and jingga for a slur; that one has a vowel between.
  // Hyphens may take a bad word apart (f-u-c-k), but also stand between good ones whose ends meet.
  const tried = words.some((word) => word.length <= 2) ? [...words, joined] : words;
  return tried.some((word) => !GOOD.test(word) && english.hasMatch(word.replaceAll("ngg", "ng")));
}

/** Checks a code of somebody's own choice, already tidied. @returns why it is refused, null for a good one */
export function ownCodeFault(code: string): OwnCodeFault | null {
  const form = codeFormFault(code);
  if (form) return form;
  if (reserved.has(foldCode(code))) return "reserved";
  const read = spellings(code);
  if (read.some(isOfficial)) return "official";
  return read.some(isOffensive) ? "offensive" : null;
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
