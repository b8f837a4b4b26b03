import { REPORT_KINDS, type ReportDefinition, type ReportKind } from "./report";
import { REPORTS } from "./reports/all";

/** A column of the file as it was understood. */
export type MatchedColumn = {
  /** Position in the file, from 0. */
  index: number;
  /** What the file calls it. */
  header: string;
  /** The report's own name for it, and how sure we are. */
  column: string;
  field: string | null;
  by: "name" | "variant" | "typo" | "hand";
};

export type Candidate = {
  kind: ReportKind;
  /** 0 to 1: how much of the header speaks for this report. */
  score: number;
  matched: MatchedColumn[];
  /** Fields that the report needs and the file does not show. */
  missing: string[];
};

export type Recognition = {
  /**
   * `clear` one report fits; `incomplete` one fits but lacks columns; `unsure` none fits well enough to be called it,
   * or two fit alike: a person says which (see `matchReport`); `none` nothing does.
   */
  verdict: "clear" | "incomplete" | "unsure" | "none";
  /** The best first; at most three. */
  candidates: Candidate[];
};

/** Columns added by hand: report, header (normalised) and field. */
export type HandMapping = { header: string; field: string };

/** Fewer known columns than this and the row is no header of ours. */
const LEAST_COLUMNS = 3;
/** Below this a header shares some words with a report, as an export in another language does, and no more. */
const CLEAR = 0.45;
const SOME = 0.25;
const MARGIN = 0.12;

/** One writing for all spellings of a header: case, spaces, marks around brackets and slashes, closing dots. */
export function normaliseHeader(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u200b\u200e\u200f\u2060\ufeff]/g, "")
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .replace(/\s*([()/#,&])\s*/g, "$1")
    .replace(/^[*'"\s]+|[*:.'"\s]+$/g, "")
    .replace(/\.(?=\()/g, "");
}

type Spelling = { column: string; field: string | null; by: "name" | "variant" };
type Index = { kind: ReportKind; spellings: Map<string, Spelling>; definition: ReportDefinition };

const INDEXES: Index[] = REPORT_KINDS.map((kind) => {
  const definition = REPORTS[kind];
  const spellings = new Map<string, Spelling>();
  for (const { header, variants = [], field = null } of definition.columns) {
    for (const variant of variants) {
      spellings.set(normaliseHeader(variant), { column: header, field, by: "variant" });
    }
  }
  for (const { header, field = null } of definition.columns) {
    spellings.set(normaliseHeader(header), { column: header, field, by: "name" });
  }
  return { kind, spellings, definition };
});

/** In how many reports a header stands: "Status Pesanan" says little, "Tag_link3" says all. */
const SHARED = new Map<string, number>();
for (const { spellings } of INDEXES) {
  for (const header of spellings.keys()) SHARED.set(header, (SHARED.get(header) ?? 0) + 1);
}

const weightOf = (header: string) => 1 / (SHARED.get(header) ?? 1);

/**
 * Which report a row of texts is the header of. Order does not matter; unknown columns weigh a little against.
 * @param learnt columns that people mapped by hand before, by report
 */
export function recognise(
  headers: readonly string[],
  learnt: Partial<Record<ReportKind, readonly HandMapping[]>> = {},
): Recognition {
  const named = headers.map((header) => normaliseHeader(header));
  const candidates = INDEXES.map((index) => candidateOf(index, headers, named, learnt[index.kind] ?? []))
    .filter((candidate) => candidate.matched.length >= LEAST_COLUMNS)
    .sort((a, b) => b.score - a.score || a.missing.length - b.missing.length)
    .slice(0, 3);
  return { verdict: verdictOf(candidates), candidates };
}

function verdictOf([best, second]: Candidate[]): Recognition["verdict"] {
  if (!best || best.score < SOME) return "none";
  // A report that lacks what it needs does not compete with one that has it all.
  const near = second && second.score > best.score - MARGIN && second.missing.length <= best.missing.length;
  if (near || best.score < CLEAR) return "unsure";
  return best.missing.length === 0 ? "clear" : "incomplete";
}

/** How the columns of a file serve a given report, whatever it looks like: somebody said that it is this one. */
export function matchReport(
  kind: ReportKind,
  headers: readonly string[],
  byHand: readonly HandMapping[] = [],
): Candidate {
  const index = INDEXES.find((entry) => entry.kind === kind);
  if (!index) throw new RangeError(`no report ${kind}`);
  return candidateOf(index, headers, headers.map(normaliseHeader), byHand);
}

function candidateOf(
  index: Index,
  headers: readonly string[],
  named: readonly string[],
  byHand: readonly HandMapping[],
): Candidate {
  const { definition, spellings, kind } = index;
  const taken = new Map<string, MatchedColumn>();
  const at = new Map<number, MatchedColumn>();
  const put = (position: number, column: string, field: string | null, by: MatchedColumn["by"]) => {
    if (taken.has(column) || at.has(position)) return;
    const matched = { index: position, header: headers[position] ?? "", column, field, by };
    taken.set(column, matched);
    at.set(position, matched);
  };
  const spelt = (by: Spelling["by"]) =>
    named.forEach((name, position) => {
      const spelling = spellings.get(name);
      if (spelling?.by === by) put(position, spelling.column, spelling.field, by);
    });
  // The report's own name is beyond doubt; a person's word holds against all that is only like it.
  spelt("name");
  for (const { header, field } of byHand) {
    const position = named.indexOf(header);
    const column = definition.columns.find((entry) => entry.field === field);
    if (position >= 0 && column) put(position, column.header, field, "hand");
  }
  spelt("variant");
  named.forEach((name, position) => {
    if (at.has(position) || SHARED.has(name)) return;
    const spelling = closest(name, spellings);
    if (spelling) put(position, spelling.column, spelling.field, "typo");
  });
  const matched = [...at.values()].sort((a, b) => a.index - b.index);
  const fields = new Set(matched.map((entry) => entry.field));
  return {
    kind,
    matched,
    missing: definition.columns.flatMap(({ field, needed }) =>
      needed && field && !fields.has(field) ? [field] : [],
    ),
    score: scoreOf(definition, matched, named),
  };
}

/** Shares of the report's weight found in the file and of the file's weight explained by the report. */
function scoreOf(definition: ReportDefinition, matched: MatchedColumn[], named: readonly string[]): number {
  const weigh = (column: string) => weightOf(normaliseHeader(column));
  const found = matched.reduce((sum, { column }) => sum + weigh(column), 0);
  const asked = definition.columns.reduce((sum, { header, newer }) => sum + (newer ? 0 : weigh(header)), 0);
  const explained = new Set(matched.map(({ index }) => index));
  // Names that another report knows speak against; names that nobody knows are probably new columns.
  const foreign = named.reduce((sum, name, position) => {
    if (name === "" || explained.has(position)) return sum;
    return sum + (SHARED.has(name) ? weightOf(name) : 0.1);
  }, 0);
  return Math.min(1, found / asked) * 0.6 + (found / (found + foreign || 1)) * 0.4;
}

/** The spelling that a mistyped header means: one slip, or two in a long word; digits must agree (Tag_link1 is not Tag_link2). */
function closest(name: string, spellings: Map<string, Spelling>): Spelling | null {
  if (name.length < 5) return null;
  const allowed = name.length >= 12 ? 2 : 1;
  const digits = name.replace(/\D/g, "");
  let best: { spelling: Spelling; distance: number } | null = null;
  let tie = false;
  for (const [header, spelling] of spellings) {
    if (Math.abs(header.length - name.length) > allowed || header.replace(/\D/g, "") !== digits) continue;
    const distance = editDistance(name, header, allowed);
    if (distance > allowed) continue;
    if (best && best.distance === distance && best.spelling.column !== spelling.column) tie = true;
    if (!best || distance < best.distance) {
      best = { spelling, distance };
      tie = false;
    }
  }
  return best && !tie ? best.spelling : null;
}

/** Edits from one text to another (insert, delete, replace, swap of neighbours); `limit + 1` where it takes more. */
function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}
