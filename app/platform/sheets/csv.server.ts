import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { type Readable, Transform } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { parse as parseSync } from "csv-parse/sync";
import { clip, type FileRow } from "~/kernel/cell";
import { BATCH_ROWS, MAX_CELL_CHARS, MAX_COLUMNS, type ReadOptions, type Sheet, SheetError } from "./sheet";

const DELIMITERS = [",", ";", "\t", "|"] as const;
const SAMPLE_BYTES = 256 * 1024;
/** A record longer than this has a quote that nobody closed. */
const MAX_RECORD_CHARS = 256 * 1024;

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Opens a text table: finds its encoding and delimiter. @throws SheetError */
export async function openCsv(path: string): Promise<Sheet> {
  const { size } = await stat(path);
  const encoding = await encodingOf(path);
  const delimiter = delimiterOf(await sampleOf(path, encoding));
  let seen = 0;
  return {
    format: "csv",
    detail: `${encoding.toUpperCase()}, ${delimiter === "\t" ? "TAB" : delimiter}`,
    date1904: false,
    savedAt: [],
    read: (options = {}) => {
      seen = 0;
      const bytes = createReadStream(path, { highWaterMark: 256 * 1024 });
      bytes.on("data", (chunk) => {
        seen += chunk.length;
      });
      return readRows(bytes, encoding, delimiter, options);
    },
    share: () => (size === 0 ? 1 : Math.min(1, seen / size)),
    others: [],
    close: async () => {},
  };
}

/** By its mark; without one UTF-8 where every byte of the file is, else what Excel writes on Windows. */
async function encodingOf(path: string): Promise<Encoding> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(4_096);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    if (bytesRead === 0) throw new SheetError("empty", "no byte");
    if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
    if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
    if (head.subarray(0, bytesRead).includes(0)) throw new SheetError("wrongType", "holds zero bytes");
  } finally {
    await file.close();
  }
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      decoder.decode(chunk as Buffer, { stream: true });
    }
    decoder.decode();
    return "utf-8";
  } catch (error) {
    if (error instanceof TypeError) return "windows-1252";
    throw error;
  }
}

async function sampleOf(path: string, encoding: Encoding): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    const text = new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead));
    // The last line may be cut off.
    return bytesRead < SAMPLE_BYTES ? text : text.slice(0, text.lastIndexOf("\n"));
  } finally {
    await file.close();
  }
}

/** The sign that gives most rows the same, largest number of columns; Excel's own `sep=;` line settles it. */
function delimiterOf(sample: string): string {
  const said = /^sep=(.)\r?\n/.exec(sample)?.[1];
  if (said) return said;
  let best = { delimiter: ",", columns: 0 };
  for (const delimiter of DELIMITERS) {
    const columns = commonWidth(sample, delimiter);
    if (columns > best.columns) best = { delimiter, columns };
  }
  return best.delimiter;
}

function commonWidth(sample: string, delimiter: string): number {
  const options = { delimiter, relax_quotes: true, relax_column_count: true, to: 30, bom: true };
  const widths = new Map<number, number>();
  try {
    for (const record of parseSync(sample, options))
      widths.set(record.length, (widths.get(record.length) ?? 0) + 1);
  } catch (error) {
    if (error instanceof CsvError) return 0;
    throw error;
  }
  // Title rows above the table are narrow: the wide rows count, by how many there are.
  const [width = 0] = [...widths].sort((a, b) => b[0] * b[1] - a[0] * a[1])[0] ?? [];
  return width;
}

async function* readRows(
  bytes: Readable,
  encoding: Encoding,
  delimiter: string,
  { keep }: ReadOptions,
): AsyncGenerator<FileRow[], void, undefined> {
  const parser = parse({
    delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: MAX_RECORD_CHARS,
  });
  const text = encoding === "utf-8" ? bytes : bytes.pipe(decoding(encoding));
  bytes.on("error", (error) => parser.destroy(error));
  if (text !== bytes) text.on("error", (error) => parser.destroy(error));
  text.pipe(parser);
  let number = 0;
  let batch: FileRow[] = [];
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1;
      if (record.length > MAX_COLUMNS)
        throw new SheetError("tooWide", `${record.length} columns`, { row: number });
      if (record.every((cell) => cell === "")) continue;
      batch.push({
        number,
        cells: record.map((cell, column) =>
          cell === "" || (keep && !keep(column)) ? null : clip(cell, MAX_CELL_CHARS) || null,
        ),
      });
      if (batch.length >= BATCH_ROWS) {
        yield batch;
        batch = [];
      }
    }
  } catch (error) {
    // The library's message repeats what stands in the file: only its code is kept.
    if (error instanceof CsvError) throw new SheetError("quotes", error.code, { row: number + 1 });
    throw error;
  } finally {
    bytes.destroy();
    parser.destroy();
  }
  if (batch.length > 0) yield batch;
}

function decoding(encoding: Encoding): Transform {
  const decoder = new TextDecoder(encoding);
  return new Transform({
    transform(chunk: Buffer, _, done) {
      done(null, Buffer.from(decoder.decode(chunk, { stream: true })));
    },
    flush(done) {
      done(null, Buffer.from(decoder.decode()));
    },
  });
}
