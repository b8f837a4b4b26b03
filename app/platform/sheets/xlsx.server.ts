import type { Readable } from "node:stream";
import { type Cell, clip, type FileRow } from "~/kernel/cell";
import { savedTimes } from "./core-properties.server";
import { SharedStrings } from "./shared-strings.server";
import {
  BATCH_ROWS,
  MAX_CELL_CHARS,
  MAX_COLUMNS,
  MAX_ROW_NUMBER,
  type ReadOptions,
  type Sheet,
  SheetError,
} from "./sheet";
import { readWorkbook, type Workbook } from "./workbook.server";
import { type Archive, openArchive } from "./xlsx-archive.server";
import { streamXml } from "./xml.server";

/**
 * Opens the visible sheets of a workbook: the first, and the others beside it. Formulas are never computed: their last
 * value is read. @throws SheetError
 */
export async function openXlsx(path: string): Promise<Sheet> {
  const archive = await openArchive(path);
  try {
    const workbook = await readWorkbook(archive);
    const savedAt = await savedTimes(archive);
    let shared: SharedStrings | null = null;
    const strings = async () => {
      shared ??= await readStrings(archive, workbook);
      return shared;
    };
    const [first, ...others] = workbook.sheets.map(({ name, part }): Sheet => {
      let seen = 0;
      return {
        format: "xlsx",
        detail: name,
        date1904: workbook.date1904,
        savedAt,
        read: async function* (options = {}) {
          seen = 0;
          const texts = await strings();
          yield* readRows(await archive.open(part), workbook, texts, options, (size) => {
            seen += size;
          });
        },
        share: () => Math.min(1, seen / Math.max(1, archive.sizeOf(part))),
        others: [],
        close: async () => archive.close(),
      };
    });
    if (!first) throw new SheetError("empty", "workbook without a sheet");
    return { ...first, others };
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function readStrings(archive: Archive, { stringsPart }: Workbook): Promise<SharedStrings> {
  const strings = new SharedStrings();
  if (!stringsPart || !archive.has(stringsPart)) return strings;
  let text = "";
  let within = false;
  let phonetic = false;
  const source = await archive.open(stringsPart);
  const pieces = streamXml(source, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") phonetic = true;
      else if (name === "t") within = !phonetic;
    },
    text(piece) {
      if (within && text.length < MAX_CELL_CHARS) text += piece;
    },
    close(name) {
      if (name === "t") within = false;
      else if (name === "rPh") phonetic = false;
      else if (name === "si") strings.add(clip(text, MAX_CELL_CHARS));
    },
  });
  for await (const _ of pieces) {
    // Only what the events collect is of use.
  }
  return strings;
}

async function* readRows(
  source: Readable,
  workbook: Workbook,
  strings: SharedStrings,
  { keep }: ReadOptions,
  onBytes: (size: number) => void,
): AsyncGenerator<FileRow[], void, undefined> {
  let batch: FileRow[] = [];
  let row: FileRow = { number: 0, cells: [] };
  let column = -1;
  let kind = "n";
  let isDate = false;
  let wanted = true;
  let value = "";
  let taking = false;
  const pieces = streamXml(source, {
    open(name, attribute) {
      if (name === "c") {
        const place = attribute("r");
        column = place ? columnOf(place) : column + 1;
        if (column < 0 || column >= MAX_COLUMNS) {
          throw new SheetError("tooWide", "a cell lies too far right", { row: row.number });
        }
        kind = attribute("t") ?? "n";
        isDate = workbook.dateStyles.has(Number(attribute("s") ?? -1));
        wanted = !keep || keep(column);
        value = "";
      } else if (name === "v" || name === "t") {
        taking = wanted;
      } else if (name === "row") {
        const said = Number(attribute("r"));
        if (said > MAX_ROW_NUMBER)
          throw new SheetError("rowNumber", "a row beyond the last one", { row: row.number });
        row = { number: Number.isInteger(said) && said > row.number ? said : row.number + 1, cells: [] };
        column = -1;
      }
    },
    text(piece) {
      if (taking && value.length < MAX_CELL_CHARS) value += piece;
    },
    close(name) {
      if (name === "v" || name === "t") taking = false;
      else if (name === "c") {
        if (!wanted || value === "") return;
        const cell = cellOf(kind, clip(value, MAX_CELL_CHARS), isDate, strings);
        while (row.cells.length < column) row.cells.push(null);
        row.cells[column] = cell;
      } else if (name === "row" && row.cells.some((cell) => cell !== null)) batch.push(row);
    },
  });
  for await (const size of pieces) {
    onBytes(size);
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function cellOf(kind: string, value: string, date: boolean, strings: SharedStrings): Cell {
  switch (kind) {
    case "s":
      return strings.get(Number(value)) || null;
    case "n":
      return { digits: value.trim(), date };
    case "b":
      return value.trim() === "1" ? "TRUE" : "FALSE";
    default:
      // str (a formula's text), inlineStr, d (ISO day), e (#REF!)
      return value;
  }
}

/** Position of "AB12" from 0. */
function columnOf(place: string): number {
  let column = 0;
  for (let index = 0; index < place.length; index += 1) {
    const code = place.charCodeAt(index);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
    if (column > 100_000) break;
  }
  return column - 1;
}
