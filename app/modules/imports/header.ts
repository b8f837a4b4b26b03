import { cellText, clip, type FileRow } from "~/kernel/cell";
import { type HandMapping, matchReport, type Recognition, recognise } from "./recognise";
import type { ReportKind } from "./report";

/** The header may stand below titles and empty lines, but not deep in the file. */
export const HEADER_DEPTH = 30;

export type FoundHeader = Recognition & { row: number; headers: string[] };

const MAX_HEADER_CHARS = 90;

type Learnt = Partial<Record<ReportKind, readonly HandMapping[]>>;

/**
 * The row among the first that is a report's header, with what it may be. null where none is: then nothing of the
 * file is known, and nothing of it may be stored or shown.
 * @param wanted the officer said which report it is
 */
export function findHeader(
  rows: readonly FileRow[],
  learnt: Learnt = {},
  wanted?: ReportKind,
): FoundHeader | null {
  const shallow = rows.filter(({ number }) => number <= HEADER_DEPTH);
  const asWanted = wanted ? best(shallow, (headers) => matchAs(wanted, headers, learnt)) : null;
  if (asWanted) return asWanted;
  const found = best(shallow, (headers) => recognise(headers, learnt));
  if (!wanted || !found) return found;
  // Hardly a word of the report: the row that looks most like a header is the one whose columns a person points out.
  const candidate = matchReport(wanted, found.headers, learnt[wanted]);
  return { ...found, verdict: "incomplete", candidates: [candidate] };
}

function best(rows: readonly FileRow[], judge: (headers: string[]) => Recognition): FoundHeader | null {
  let found: FoundHeader | null = null;
  for (const { number, cells } of rows) {
    const headers = cells.map((cell) =>
      typeof cell === "string" ? clip(cellText(cell), MAX_HEADER_CHARS) : "",
    );
    const recognition = judge(headers);
    const score = recognition.candidates[0]?.score ?? 0;
    if (recognition.verdict !== "none" && score > (found?.candidates[0]?.score ?? 0)) {
      found = { ...recognition, row: number, headers };
    }
  }
  return found;
}

function matchAs(kind: ReportKind, headers: string[], learnt: Learnt): Recognition {
  const candidate = matchReport(kind, headers, learnt[kind]);
  const verdict =
    candidate.matched.length < 3 ? "none" : candidate.missing.length === 0 ? "clear" : "incomplete";
  return { verdict, candidates: [candidate] };
}
