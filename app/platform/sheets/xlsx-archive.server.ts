import type { Readable } from "node:stream";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { SheetError } from "./sheet";

/** What a workbook may be at most; a report of 250,000 rows and 65 columns stays below. */
export const ARCHIVE_LIMITS = {
  entries: 500,
  /** All parts together, unpacked, in bytes. */
  unpacked: 2 * 1024 ** 3,
  /** One part unpacked against packed; counts from a megabyte on. Tables of repeated text reach 60. */
  ratio: 200,
};

const NESTED = /\.(zip|xlsx?|xlsm|xlsb|docx?|7z|rar|gz|jar|exe|dll)$/i;

export type Archive = {
  has(name: string): boolean;
  /** Declared size unpacked; reading more than that fails. */
  sizeOf(name: string): number;
  open(name: string): Promise<Readable>;
  close(): void;
};

/** Opens the zip of a workbook by its directory, before unpacking anything. @throws SheetError */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await openZip(path);
  try {
    const entries = await listEntries(zip);
    checkKind(entries);
    return {
      has: (name) => entries.has(name),
      sizeOf: (name) => entries.get(name)?.uncompressedSize ?? 0,
      open: (name) => openEntry(zip, entries, name),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // validateEntrySize: a part that unpacks to more than its header says is an error, not more memory.
    const options = { lazyEntries: true, autoClose: false, validateEntrySize: true, decodeStrings: true };
    yauzl.open(path, options, (error, zip) => {
      if (error || !zip) reject(new SheetError("broken", "zip cannot be opened", { cause: error }));
      else resolve(zip);
    });
  });
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > ARCHIVE_LIMITS.entries) {
    return Promise.reject(new SheetError("bomb", `${zip.entryCount} entries`));
  }
  const entries = new Map<string, Entry>();
  let total = 0;
  return new Promise((resolve, reject) => {
    zip.on("error", (cause: unknown) =>
      reject(new SheetError("broken", "zip directory is broken", { cause })),
    );
    zip.on("end", () => resolve(entries));
    zip.on("entry", (entry: Entry) => {
      total += entry.uncompressedSize;
      const fault = faultOf(entry, total, entries);
      if (fault) {
        reject(fault);
        return;
      }
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function faultOf(entry: Entry, total: number, known: Map<string, Entry>): SheetError | null {
  if (entry.isEncrypted()) return new SheetError("encrypted", "an entry is encrypted");
  if (total > ARCHIVE_LIMITS.unpacked) return new SheetError("bomb", `unpacks to ${total} bytes`);
  const { uncompressedSize, compressedSize } = entry;
  if (uncompressedSize > 1024 ** 2 && uncompressedSize > compressedSize * ARCHIVE_LIMITS.ratio) {
    return new SheetError("bomb", `an entry of ${compressedSize} bytes unpacks to ${uncompressedSize}`);
  }
  if (/vbaProject/i.test(entry.fileName)) return new SheetError("macros", "holds macros");
  if (NESTED.test(entry.fileName)) return new SheetError("archive", "holds another file");
  if (known.has(entry.fileName)) return new SheetError("broken", "an entry stands there twice");
  return null;
}

/** A workbook, and not another zip with a borrowed name. */
function checkKind(entries: Map<string, Entry>): void {
  if (entries.has("xl/workbook.bin")) throw new SheetError("wrongType", "binary workbook");
  if (!entries.has("[Content_Types].xml") || !entries.has("xl/workbook.xml")) {
    throw new SheetError("archive", "zip without a workbook");
  }
}

function openEntry(zip: ZipFile, entries: Map<string, Entry>, name: string): Promise<Readable> {
  const entry = entries.get(name);
  if (!entry) return Promise.reject(new SheetError("broken", `part ${name} is missing`));
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error || !stream)
        reject(new SheetError("broken", `part ${name} cannot be opened`, { cause: error }));
      else resolve(stream);
    });
  });
}
