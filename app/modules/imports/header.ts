import { cellText, type FileRow } from "~/kernel/cell";
import { type HandMapping, matchReport, type Recognition, recognise } from "./recognise";
import type { ReportKind } from "./report";

/** The header may stand below titles and empty lines, but not deep in the file. */
export const HEADER_DEPTH = 30;

export type FoundHeader = Recognition & { row: number; headers: string[] };

const MAX_HEADER_CHARS = 90;

/**
 * The row among the first that is a report's header, with what it may be. null where none is: then nothing of the
 * file is known, and nothing of it may be stored or shown.
 * @param wanted the officer said which report it is
 */
export function findHeader(
  rows: readonly FileRow[],
  learnt: Partial<Record<ReportKind, readonly HandMapping[]>> = {},
  wanted?: ReportKind,
): FoundHeader | null {
  let best: FoundHeader | null = null;
  for (const { number, cells } of rows) {
    if (number > HEADER_DEPTH) break;
    const headers = cells.map((cell) =>
      typeof cell === "string" ? cellText(cell).slice(0, MAX_HEADER_CHARS) : "",
    );
    const recognition = wanted ? asWanted(wanted, headers, learnt) : recognise(headers, learnt);
    const score = recognition.candidates[0]?.score ?? 0;
    if (recognition.verdict !== "none" && score > (best?.candidates[0]?.score ?? 0)) {
      best = { ...recognition, row: number, headers };
    }
  }
  return best;
}

function asWanted(
  kind: ReportKind,
  headers: string[],
  learnt: Partial<Record<ReportKind, readonly HandMapping[]>>,
): Recognition {
  const candidate = matchReport(kind, headers, learnt[kind]);
  const verdict =
    candidate.matched.length < 3 ? "none" : candidate.missing.length === 0 ? "clear" : "incomplete";
  return { verdict, candidates: [candidate] };
}
