import { clip } from "~/kernel/cell";
import { MAX_SHEETS, SheetError } from "./sheet";
import type { Archive } from "./xlsx-archive.server";
import { readXml, type XmlEvents } from "./xml.server";

export type Workbook = {
  /** The visible ones, or the first where none is; at least one. */
  sheets: { name: string; part: string }[];
  stringsPart: string | null;
  /** Numbers of the cell styles that show a date. */
  dateStyles: ReadonlySet<number>;
  date1904: boolean;
};

const SMALL_PART = 8 * 1024 ** 2;
/** Excel's own formats of dates and times (ECMA-376, 18.8.30). */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57]);

/** Finds the visible sheets and what their cells need. @throws SheetError */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  await refuseMacros(archive);
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let date1904 = false;
  await part(archive, "xl/workbook.xml", {
    open(name, attribute) {
      if (name === "sheet") {
        const hidden = (attribute("state") ?? "visible") !== "visible";
        sheets.push({ name: attribute("name") ?? "", id: attribute("id") ?? "", hidden });
      } else if (name === "workbookPr") date1904 = /^(1|true)$/.test(attribute("date1904") ?? "");
    },
  });
  const targets = await relations(archive);
  const visible = sheets.filter(({ hidden }) => !hidden);
  const found = (visible.length > 0 ? visible : sheets.slice(0, 1)).flatMap(({ name, id }) => {
    const sheetPart = targets.byId.get(id);
    return sheetPart && archive.has(sheetPart) ? [{ name: clip(name, 60), part: sheetPart }] : [];
  });
  if (found.length === 0) throw new SheetError("empty", "workbook without a sheet");
  const dateStyles =
    targets.styles && archive.has(targets.styles)
      ? await readStyles(archive, targets.styles)
      : new Set<number>();
  return {
    sheets: found.slice(0, MAX_SHEETS),
    stringsPart: targets.strings,
    dateStyles,
    date1904,
  };
}

async function part(archive: Archive, name: string, events: Partial<XmlEvents>): Promise<void> {
  const nothing = () => {};
  await readXml(
    await archive.open(name),
    { open: nothing, text: nothing, close: nothing, ...events },
    SMALL_PART,
  );
}

async function refuseMacros(archive: Archive): Promise<void> {
  await part(archive, "[Content_Types].xml", {
    open(_, attribute) {
      if (/macroEnabled|vbaProject/i.test(attribute("ContentType") ?? "")) {
        throw new SheetError("macros", "workbook with macros");
      }
    },
  });
}

async function relations(archive: Archive) {
  const byId = new Map<string, string>();
  let strings: string | null = null;
  let styles: string | null = null;
  if (!archive.has("xl/_rels/workbook.xml.rels"))
    throw new SheetError("broken", "workbook without relations");
  await part(archive, "xl/_rels/workbook.xml.rels", {
    open(name, attribute) {
      if (name !== "Relationship" || attribute("TargetMode") === "External") return;
      const target = attribute("Target") ?? "";
      const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
      byId.set(attribute("Id") ?? "", path);
      const type = attribute("Type") ?? "";
      if (type.endsWith("/sharedStrings")) strings = path;
      if (type.endsWith("/styles")) styles = path;
    },
  });
  return { byId, strings: strings as string | null, styles: styles as string | null };
}

async function readStyles(archive: Archive, name: string): Promise<Set<number>> {
  const dates = new Set<number>();
  const custom = new Set<number>();
  let within = false;
  let index = 0;
  await part(archive, name, {
    open(tag, attribute) {
      if (tag === "numFmt") {
        if (isDateFormat(attribute("formatCode") ?? "")) custom.add(Number(attribute("numFmtId")));
      } else if (tag === "cellXfs") within = true;
      else if (tag === "xf" && within) {
        const format = Number(attribute("numFmtId") ?? 0);
        if (BUILT_IN_DATES.has(format) || custom.has(format)) dates.add(index);
        index += 1;
      }
    },
    close(tag) {
      if (tag === "cellXfs") within = false;
    },
  });
  return dates;
}

/** Whether a format shows days or hours: what is left without texts, colours and conditions has one of their letters. */
function isDateFormat(code: string): boolean {
  return /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
}
