import { type Part, writeZip } from "./zip-writer";

/** A cell to write: text, a number, a date serial, a formula with its cached value, or nothing. */
export type WrittenCell =
  | string
  | number
  | null
  | { serial: number }
  | { formula: string; value: string | number };

export type WorkbookOptions = {
  /** Texts inside the cells instead of in the table of shared texts. */
  inline?: boolean;
  date1904?: boolean;
  sheetName?: string;
  /** Further sheets behind the first. */
  sheets?: { name: string; rows: readonly (readonly WrittenCell[])[]; hidden?: boolean }[];
  /** Further or other parts, for hostile files. */
  parts?: Part[];
  contentType?: string;
  /** Stands before the root of the sheet's part. */
  prologue?: string;
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const escaped = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\t/g, "&#9;");

export function columnName(index: number): string {
  let name = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Writes a workbook, row by row. Style 1 is a date. */
export async function writeXlsx(
  path: string,
  rows: Iterable<readonly WrittenCell[]>,
  options: WorkbookOptions = {},
): Promise<void> {
  const strings = new Map<string, number>();
  const share = (text: string) => {
    const known = strings.get(text);
    if (known !== undefined) return known;
    strings.set(text, strings.size);
    return strings.size - 1;
  };
  const further = options.sheets ?? [];
  const workbookType = options.contentType ?? `${SHEET_TYPE}.sheet.main+xml`;
  await writeZip(path, [
    {
      name: "[Content_Types].xml",
      content: [
        `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${workbookType}"/></Types>`,
      ],
    },
    {
      name: "xl/workbook.xml",
      content: [
        `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr date1904="${options.date1904 ? 1 : 0}"/><sheets><sheet name="${escaped(options.sheetName ?? "orders")}" sheetId="1" r:id="rId1"/>${further.map(({ name, hidden }, index) => `<sheet name="${escaped(name)}"${hidden ? ' state="hidden"' : ""} sheetId="${index + 2}" r:id="rIdS${index}"/>`).join("")}</sheets></workbook>`,
      ],
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: [
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/>${further.map((_, index) => `<Relationship Id="rIdS${index}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 2}.xml"/>`).join("")}</Relationships>`,
      ],
    },
    {
      name: "xl/styles.xml",
      content: [
        `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
      ],
    },
    { name: "xl/worksheets/sheet1.xml", content: sheetXml(rows, share, options) },
    ...further.map(({ rows: more }, index) => ({
      name: `xl/worksheets/sheet${index + 2}.xml`,
      content: sheetXml(more, share, options),
    })),
    { name: "xl/sharedStrings.xml", content: stringsXml(strings) },
    ...(options.parts ?? []),
  ]);
}

function* sheetXml(
  rows: Iterable<readonly WrittenCell[]>,
  share: (text: string) => number,
  { inline, prologue = "" }: WorkbookOptions,
): Generator<string> {
  yield `${HEAD}${prologue}<worksheet xmlns="${MAIN}"><sheetData>`;
  let number = 0;
  for (const row of rows) {
    number += 1;
    const cells = row.map((cell, index) => {
      const place = `${columnName(index)}${number}`;
      if (cell === null || cell === "") return "";
      if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
      if (typeof cell === "object" && "serial" in cell)
        return `<c r="${place}" s="1"><v>${cell.serial}</v></c>`;
      if (typeof cell === "object") {
        const type = typeof cell.value === "string" ? ' t="str"' : "";
        return `<c r="${place}"${type}><f>${escaped(cell.formula)}</f><v>${escaped(String(cell.value))}</v></c>`;
      }
      return inline
        ? `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
        : `<c r="${place}" t="s"><v>${share(cell)}</v></c>`;
    });
    yield `<row r="${number}">${cells.join("")}</row>`;
  }
  yield "</sheetData></worksheet>";
}

function* stringsXml(strings: Map<string, number>): Generator<string> {
  yield `${HEAD}<sst xmlns="${MAIN}" count="${strings.size}" uniqueCount="${strings.size}">`;
  for (const text of strings.keys()) yield `<si><t xml:space="preserve">${escaped(text)}</t></si>`;
  yield "</sst>";
}
