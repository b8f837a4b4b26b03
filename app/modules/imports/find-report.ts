import type { FileRow } from "~/kernel/cell";
import { type Sheet, SheetError } from "~/platform/sheets/sheet";
import { type FoundHeader, findHeader, HEADER_DEPTH } from "./header";
import type { HandMapping } from "./recognise";
import type { ReportKind } from "./report";

/** A sheet of the workbook that is not read though it holds rows; whether they are of a report. */
export type SheetAside = { name: string; report: boolean };

/** The sheet of a file that is read, and the header in it. */
export type FoundReport = { sheet: Sheet; header: FoundHeader; aside: SheetAside[] };

type Looked = { sheet: Sheet; header: FoundHeader | null; rows: boolean };

const BEST_FIRST = ["clear", "incomplete", "unsure"] as const;

/**
 * Looks through the first rows of each sheet for a report's header and takes the first sheet whose header fits best:
 * a page of instructions or an empty sheet may stand before the report. null where no header is found.
 * @param wanted the officer said which report it is
 * @throws SheetError where a sheet cannot be read
 */
export async function findReport(
  file: Sheet,
  learnt: Partial<Record<ReportKind, readonly HandMapping[]>>,
  wanted?: ReportKind,
): Promise<FoundReport | null> {
  const looked: Looked[] = [];
  let fault: SheetError | null = null;
  for (const sheet of [file, ...file.others]) {
    try {
      const rows = await firstRows(sheet);
      looked.push({ sheet, header: findHeader(rows, learnt, wanted), rows: rows.length > 0 });
    } catch (error) {
      if (!(error instanceof SheetError)) throw error;
      // One bad sheet does not take a good one along; alone, it is why the file is refused.
      fault ??= error;
      looked.push({ sheet, header: null, rows: true });
    }
  }
  const taken = BEST_FIRST.flatMap((verdict) =>
    looked.filter(({ header }) => header?.verdict === verdict),
  )[0];
  if (!taken?.header) {
    if (fault) throw fault;
    return null;
  }
  const aside = looked
    .filter(({ sheet, rows }) => sheet !== taken.sheet && rows)
    .map(({ sheet, header }) => ({ name: sheet.detail, report: header !== null }));
  return { sheet: taken.sheet, header: taken.header, aside };
}

async function firstRows(sheet: Sheet): Promise<FileRow[]> {
  const first: FileRow[] = [];
  for await (const batch of sheet.read()) {
    first.push(...batch.slice(0, HEADER_DEPTH));
    if (first.length >= HEADER_DEPTH) break;
  }
  return first;
}
