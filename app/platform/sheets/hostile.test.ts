import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type WorkbookOptions, type WrittenCell, writeXlsx } from "../../../tests/setup/xlsx-writer";
import { writeZip } from "../../../tests/setup/zip-writer";
import { openSheet } from "./open-sheet.server";
import { SheetError, type SheetFault } from "./sheet";

let folder: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "gaung-hostile-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const newFile = () => path.join(folder, `file-${count++}.xlsx`);

async function fileOf(bytes: string | Buffer): Promise<string> {
  const file = newFile();
  await writeFile(file, bytes);
  return file;
}

async function workbook(options: WorkbookOptions, rows: WrittenCell[][] = [["a", "b"]]): Promise<string> {
  const file = newFile();
  await writeXlsx(file, rows, options);
  return file;
}

/** Reads to the end. The answer is the fault, or how many rows there were. */
async function outcome(file: string): Promise<SheetFault | number> {
  let sheet: Awaited<ReturnType<typeof openSheet>> | null = null;
  try {
    sheet = await openSheet(file);
    let rows = 0;
    for await (const batch of sheet.read()) rows += batch.length;
    return rows;
  } catch (error) {
    if (error instanceof SheetError) return error.fault;
    throw error;
  } finally {
    await sheet?.close();
  }
}

/** An OLE container whose directory has this stream. */
function ole(stream: string): Buffer {
  const bytes = Buffer.alloc(2_048);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  bytes.writeUInt16LE(9, 0x1e);
  bytes.writeUInt32LE(1, 0x30);
  bytes.write(stream, 1_024, "utf16le");
  return bytes;
}

const zeros = function* (megabytes: number) {
  const piece = Buffer.alloc(1024 ** 2);
  for (let index = 0; index < megabytes; index += 1) yield piece;
};

describe("what is no table", () => {
  it.each([
    ["nothing", Buffer.alloc(0), "empty"],
    ["a PDF", "%PDF-1.7 report", "wrongType"],
    ["a gzip", gzipSync("No. Pesanan"), "wrongType"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), "wrongType"],
    ["bytes", Buffer.from([1, 2, 0, 4]), "wrongType"],
    ["a web page named .xls", "<html><table><tr><td>No. Pesanan</td></tr></table></html>", "wrongType"],
    ["an XML workbook", '<?xml version="1.0"?><Workbook/>', "wrongType"],
    ["a workbook with a password", ole("EncryptedPackage"), "encrypted"],
    ["a workbook of Excel 97", ole("Workbook"), "oldExcel"],
    ["half a zip", Buffer.from("504b0304140000000800", "hex"), "broken"],
  ] as const)("refuses %s", async (_, bytes, fault) => {
    expect(await outcome(await fileOf(bytes))).toBe(fault);
  });

  it("refuses a zip of reports", async () => {
    const file = newFile();
    await writeZip(file, [{ name: "Order.all.csv", content: ["No. Pesanan"] }]);
    expect(await outcome(file)).toBe("archive");
  });
});

describe("workbooks made to do harm", () => {
  it("refuses macros, whatever the name says", async () => {
    const contentType = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
    expect(await outcome(await workbook({ contentType }))).toBe("macros");
    expect(await outcome(await workbook({ parts: [{ name: "xl/vbaProject.bin", content: ["x"] }] }))).toBe(
      "macros",
    );
  });

  it("refuses a file inside the file", async () => {
    const parts = [{ name: "xl/embeddings/more.zip", content: ["PK"] }];
    expect(await outcome(await workbook({ parts }))).toBe("archive");
  });

  it("refuses an encrypted entry", async () => {
    const parts = [{ name: "xl/secret.xml", content: ["x"], claim: { encrypted: true } }];
    expect(await outcome(await workbook({ parts }))).toBe("encrypted");
  });

  it("refuses a bomb by its ratio before unpacking it", async () => {
    const parts = [{ name: "xl/media/zeros.bin", content: zeros(64) }];
    const before = process.memoryUsage().rss;
    expect(await outcome(await workbook({ parts }))).toBe("bomb");
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 ** 2);
  });

  it("refuses ten gigabytes that a header claims", async () => {
    const claim = { uncompressedSize: 0xffff_fff0 };
    const parts = [1, 2, 3].map((part) => ({ name: `xl/part${part}.xml`, content: zeros(1), claim }));
    expect(await outcome(await workbook({ parts }))).toBe("bomb");
  });

  it("stops where a part unpacks to more than its header says", async () => {
    const sheet = `<worksheet><sheetData>${"<row><c><v>1</v></c></row>".repeat(5_000)}</sheetData></worksheet>`;
    const liar = newFile();
    await writeZip(liar, [
      ...partsOf(),
      { name: "xl/worksheets/sheet1.xml", content: [sheet], claim: { uncompressedSize: 2_000 } },
    ]);
    expect(await outcome(liar)).toBe("broken");
  });

  it("refuses too many entries", async () => {
    const parts = Array.from({ length: 600 }, (_, index) => ({ name: `xl/p${index}.xml`, content: ["x"] }));
    expect(await outcome(await workbook({ parts }))).toBe("bomb");
  });

  it("refuses entities of its own: a billion laughs, and a file from outside", async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
    expect(await outcome(await workbook({ prologue: laughs }))).toBe("entities");
    const outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
    expect(await outcome(await workbook({ prologue: outside }))).toBe("entities");
  });

  it("refuses tags nested without end and cells without end", async () => {
    const nested = newFile();
    await writeZip(nested, [
      ...partsOf(),
      { name: "xl/worksheets/sheet1.xml", content: ["<a>".repeat(500)] },
    ]);
    expect(await outcome(nested)).toBe("bomb");
    expect(await outcome(await workbook({}, [Array.from({ length: 600 }, () => "x")]))).toBe("tooWide");
    const endless = newFile();
    const noise = () => Array.from({ length: 6 }, (_, i) => Buffer.alloc(1024 ** 2, `${i}Budi${i}x`));
    await writeZip(endless, [
      ...partsOf(),
      {
        name: "xl/worksheets/sheet1.xml",
        content: ["<worksheet><sheetData><row><c><v>", ...noise().map(scramble)],
      },
    ]);
    expect(await outcome(endless)).toBe("bomb");
  });

  it("refuses a row beyond the last that a worksheet has", async () => {
    const far = newFile();
    const rows = (number: number) => [
      `<worksheet><sheetData><row r="${number}"><c><v>1</v></c></row></sheetData></worksheet>`,
    ];
    await writeZip(far, [...partsOf(), { name: "xl/worksheets/sheet1.xml", content: rows(3_000_000_000) }]);
    expect(await outcome(far)).toBe("rowNumber");
    const last = newFile();
    await writeZip(last, [...partsOf(), { name: "xl/worksheets/sheet1.xml", content: rows(1_048_576) }]);
    expect(await outcome(last)).toBe(1);
  });

  it.each([true, false])("cuts a long cell before an emoji, not within (inline: %s)", async (inline) => {
    const long = `${"K".repeat(3_999)}😀`;
    const sheet = await openSheet(await workbook({ inline }, [[long]]));
    const cells: unknown[] = [];
    for await (const batch of sheet.read()) cells.push(...batch.flatMap((row) => row.cells));
    await sheet.close();
    expect(cells).toEqual(["K".repeat(3_999)]);
  });

  it("reads a good one", async () =>
    expect(await outcome(await workbook({}, [["a"], [null], ["b"]]))).toBe(2));
});

/** Text that does not pack well, so that its ratio gives nothing away. */
function scramble(bytes: Buffer): Buffer {
  let seed = 7;
  return Buffer.from(bytes).map(() => {
    seed = (seed * 48_271) % 2_147_483_647;
    return 97 + (seed % 26);
  }) as Buffer;
}

/** The parts of a workbook without its sheet. */
function partsOf() {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const doc = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return [
    { name: "[Content_Types].xml", content: ["<Types/>"] },
    {
      name: "xl/workbook.xml",
      content: [
        `<workbook xmlns="${main}" xmlns:r="${doc}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: [
        `<Relationships><Relationship Id="rId1" Type="${doc}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ],
    },
  ];
}

describe("text made to do harm", () => {
  it("takes out what no database stores", async () => {
    const sheet = await openSheet(
      await fileOf(`a,b\n${"x,y\n".repeat(2_000)}ko\u0000pi,${"K".repeat(3_999)}😀\n`),
    );
    const last: unknown[] = [];
    for await (const batch of sheet.read()) last.splice(0, 2, ...(batch.at(-1)?.cells ?? []));
    await sheet.close();
    expect(last).toEqual(["kopi", "K".repeat(3_999)]);
  });

  it("refuses a quote that nobody closes instead of holding the whole file", async () => {
    const text = `a,b\n"${"x,y\n".repeat(200_000)}`;
    expect(await outcome(await fileOf(text))).toBe("quotes");
  });

  it("refuses a row of thousands of cells", async () => {
    expect(await outcome(await fileOf(`a,b\n${",".repeat(5_000)}\n`))).toBe("tooWide");
  });
});
