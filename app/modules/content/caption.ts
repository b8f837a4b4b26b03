import { DISCLOSURE_TAGS, type DisclosureTag, disclosureOf } from "~/modules/campaigns/brief.schemas";
import type { Platform } from "~/modules/creators/platforms";

/** The longest caption that is taken, in characters: YouTube's description, the longest of the platforms. */
export const MAX_CAPTION = 5_000;

/**
 * What the platforms take at most, in characters. They change it now and then, so it is a counter with a warning on
 * the page and never a refusal.
 */
export const USUAL_CAPTION_LIMIT: Record<Platform, number> = {
  INSTAGRAM: 2_200,
  TIKTOK: 4_000,
  YOUTUBE: 5_000,
  FACEBOOK: 5_000,
  X: 280,
  WHATSAPP: 700,
};

export type CaptionPart = { kind: "text" | "hashtag" | "mention"; text: string };

// A tag begins where no letter, digit or slash stands before it: "a#b" and ".../#top" are none.
const MARK = /(?<![\p{L}\p{N}_/&])([#@][\p{L}\p{N}_](?:[\p{L}\p{N}_.]*[\p{L}\p{N}_])?)/gu;

/** The caption cut into plain text, hashtags and mentions; joined they are the caption again. */
export function captionParts(caption: string): CaptionPart[] {
  const parts: CaptionPart[] = [];
  let at = 0;
  for (const match of caption.matchAll(MARK)) {
    const whole = match[0];
    // A dot ends a hashtag ("#iklan.") but not a mention ("@rina.kuliner").
    const text = whole.startsWith("#") ? (whole.split(".")[0] ?? whole) : whole;
    if (match.index > at) parts.push({ kind: "text", text: caption.slice(at, match.index) });
    parts.push({ kind: whole.startsWith("#") ? "hashtag" : "mention", text });
    at = match.index + text.length;
  }
  if (at < caption.length) parts.push({ kind: "text", text: caption.slice(at) });
  return parts;
}

/** The hashtags of a caption as they are written, in their order. */
export function hashtagsIn(caption: string): string[] {
  return captionParts(caption)
    .filter((part) => part.kind === "hashtag")
    .map((part) => part.text);
}

export type CaptionCheck = {
  /** The disclosure that the caption holds; null: it does not say that it is paid. */
  disclosure: DisclosureTag | null;
  /** The brief's other hashtags that are not in it, as the brief writes them. */
  missing: string[];
};

/** Compares a caption with what the brief asks for, in whatever case it was typed. A hint to people, not a verdict. */
export function checkCaption(caption: string, briefHashtags: readonly string[]): CaptionCheck {
  const present = hashtagsIn(caption);
  const lower = new Set(present.map((tag) => tag.toLowerCase()));
  const wanted = briefHashtags.filter((tag) => !isDisclosure(tag));
  return {
    disclosure: disclosureOf(present),
    missing: wanted.filter((tag) => !lower.has(tag.toLowerCase())),
  };
}

/** Whether a hashtag is one of those that tell paid content apart. */
export function isDisclosure(tag: string): tag is DisclosureTag {
  return DISCLOSURE_TAGS.some((disclosure) => disclosure === tag.toLowerCase());
}

/** The caption with a hashtag behind it, on a line of its own with other hashtags; unchanged where it has it. */
export function withHashtag(caption: string, tag: string): string {
  if (hashtagsIn(caption).some((present) => present.toLowerCase() === tag.toLowerCase())) return caption;
  const trimmed = caption.trimEnd();
  if (trimmed === "") return tag;
  const lastLine = trimmed.slice(trimmed.lastIndexOf("\n") + 1);
  const onlyTags = captionParts(lastLine).every((part) => part.kind === "hashtag" || part.text.trim() === "");
  return `${trimmed}${onlyTags ? " " : "\n\n"}${tag}`;
}

export type DiffPart = { kind: "same" | "added" | "removed"; text: string };

/**
 * What changed from one caption to the next, by words (longest common subsequence). Without the added parts it is
 * the old text, without the removed ones the new.
 */
export function diffCaptions(before: string, after: string): DiffPart[] {
  const old = words(before);
  const fresh = words(after);
  if (old.length * fresh.length > MAX_DIFF_CELLS) return wholly(before, after);
  const lengths = commonLengths(old, fresh);
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < fresh.length) {
    const left = old[i];
    const right = fresh[j];
    if (left !== undefined && left === right) {
      push(parts, "same", left);
      i += 1;
      j += 1;
    } else if (left !== undefined && lengths.at(i + 1, j) >= lengths.at(i, j + 1)) {
      push(parts, "removed", left);
      i += 1;
    } else if (right !== undefined) {
      push(parts, "added", right);
      j += 1;
    }
  }
  return parts;
}

/** Beyond this many pairs of words the comparison costs more than it tells: about 2,000 words against 2,000. */
const MAX_DIFF_CELLS = 4_000_000;

function wholly(before: string, after: string): DiffPart[] {
  return [
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ];
}

const words = (text: string) => text.match(/\s+|\S+/g) ?? [];

function push(parts: DiffPart[], kind: DiffPart["kind"], text: string): void {
  const last = parts.at(-1);
  if (last?.kind === kind) last.text += text;
  else parts.push({ kind, text });
}

/** Lengths of the longest common subsequence of every pair of tails. */
function commonLengths(old: string[], fresh: string[]) {
  const width = fresh.length + 1;
  const table = new Uint16Array((old.length + 1) * width);
  // Past either end nothing is common; -1 makes the walk take the side that still has words.
  const at = (i: number, j: number) =>
    i > old.length || j > fresh.length ? -1 : (table[i * width + j] ?? 0);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      table[i * width + j] =
        old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return { at };
}
