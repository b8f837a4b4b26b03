import { open } from "node:fs/promises";
import { openCsv } from "./csv.server";
import { type Sheet, SheetError } from "./sheet";
import { openXlsx } from "./xlsx.server";

const HEAD_BYTES = 8_192;

/** What the first bytes say; names and declared types say nothing. */
const SIGNATURES: { bytes: number[]; kind: "zip" | "ole" | "other" }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], kind: "zip" },
  { bytes: [0x50, 0x4b, 0x05, 0x06], kind: "zip" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], kind: "ole" },
  { bytes: [0x25, 0x50, 0x44, 0x46], kind: "other" }, // %PDF
  { bytes: [0x1f, 0x8b], kind: "other" }, // gzip
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], kind: "other" }, // 7z
  { bytes: [0x52, 0x61, 0x72, 0x21], kind: "other" }, // Rar!
  { bytes: [0x89, 0x50, 0x4e, 0x47], kind: "other" }, // PNG
  { bytes: [0xff, 0xd8, 0xff], kind: "other" }, // JPEG
  { bytes: [0x4d, 0x5a], kind: "other" }, // MZ
];

/**
 * Opens a spreadsheet file by what it is, not by its name: .xlsx, or text with `,` `;` or TAB in UTF-8, UTF-16 or
 * Windows-1252. Close it afterwards.
 * @throws SheetError for anything else, with the reason
 */
export async function openSheet(path: string): Promise<Sheet> {
  const head = await headOf(path);
  if (head.length === 0) throw new SheetError("empty", "no byte");
  const kind = SIGNATURES.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte))?.kind;
  if (kind === "zip") return openXlsx(path);
  if (kind === "ole") {
    throw new SheetError((await isSealed(path, head)) ? "encrypted" : "oldExcel", "OLE container");
  }
  if (kind === "other") throw new SheetError("wrongType", "neither xlsx nor text");
  // Many a ".xls" is a web page or an XML in disguise.
  const start = head.toString("latin1").replace(/^[\s\u00ef\u00bb\u00bf]+/, "");
  if (/^<(!doctype|html|table|\?xml|meta|style|body)/i.test(start))
    throw new SheetError("wrongType", "markup");
  return openCsv(path);
}

/** Whether an OLE container holds a workbook locked with a password: its directory then names the stream so. */
async function isSealed(path: string, head: Buffer): Promise<boolean> {
  if (head.length < 0x34) return false;
  const sectorSize = 2 ** Math.min(16, head.readUInt16LE(0x1e));
  const directory = (head.readUInt32LE(0x30) + 1) * sectorSize;
  const names = await bytesOf(path, directory, HEAD_BYTES);
  return names.includes(Buffer.from("EncryptedPackage", "utf16le"));
}

function headOf(path: string): Promise<Buffer> {
  return bytesOf(path, 0, HEAD_BYTES);
}

async function bytesOf(path: string, from: number, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
