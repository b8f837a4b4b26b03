import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type { ReportKind } from "~/modules/imports/report";
import { type WorkbookOptions, type WrittenCell, writeXlsx } from "../setup/xlsx-writer";
import { type Pitfalls, type RowParts, reportTable } from "./report-rows";

export type TextOptions = {
  delimiter?: string;
  encoding?: "utf-8" | "utf-8-bom" | "utf-16le" | "windows-1252";
};

/** How the marketplace itself delivers each report. */
export const NATIVE_FORMAT: Record<ReportKind, "csv" | "xlsx"> = {
  SHOPEE_ORDERS: "xlsx",
  SHOPEE_COMMISSION: "csv",
  SHOPEE_CONVERSION: "csv",
  SHOPEE_CLICKS: "csv",
  SHOPEE_AMS_AFFILIATES: "xlsx",
  SHOPEE_AMS_PRODUCTS: "xlsx",
  SHOPEE_VOUCHERS: "xlsx",
  TIKTOK_ORDERS: "xlsx",
  TIKTOK_AFFILIATE: "xlsx",
  TIKTOK_CREATORS: "xlsx",
  TIKTOK_VIDEOS: "xlsx",
  TOKOPEDIA_LEGACY: "xlsx",
  META_ADS: "csv",
};

/** Writes rows as text, row by row. */
export async function writeCsv(
  path: string,
  rows: Iterable<readonly WrittenCell[]>,
  { delimiter = ",", encoding = "utf-8-bom" }: TextOptions = {},
): Promise<void> {
  const file = createWriteStream(path);
  if (encoding === "utf-8-bom") file.write("\ufeff");
  if (encoding === "utf-16le") file.write(Buffer.from([0xff, 0xfe]));
  const bytes = encoding === "utf-16le" ? "utf16le" : encoding === "windows-1252" ? "latin1" : "utf8";
  for (const row of rows) {
    const line = `${row.map((cell) => quoted(String(cell ?? ""), delimiter)).join(delimiter)}\r\n`;
    if (!file.write(Buffer.from(line, bytes))) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
}

function quoted(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes a synthetic report with the pitfalls of the real ones. */
export async function writeReport(
  path: string,
  kind: ReportKind,
  parts: RowParts,
  options: {
    format?: "csv" | "xlsx";
    pitfalls?: Pitfalls;
    text?: TextOptions;
    workbook?: WorkbookOptions;
  } = {},
): Promise<void> {
  const format = options.format ?? NATIVE_FORMAT[kind];
  const pitfalls: Pitfalls = {
    descriptions: kind === "TIKTOK_ORDERS" && format === "xlsx",
    ...options.pitfalls,
  };
  const rows = reportTable(kind, parts, pitfalls);
  if (format === "xlsx") await writeXlsx(path, rows, options.workbook);
  else await writeCsv(path, rows, options.text);
}
