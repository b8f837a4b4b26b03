import { normaliseHeader } from "./recognise";
import { REPORTS } from "./reports/all";

/** Headers of buyers' data in any report. */
const PERSONAL = new Set(
  Object.values(REPORTS).flatMap(({ columns }) =>
    columns.flatMap(({ header, variants = [], personal }) =>
      personal ? [header, ...variants].map(normaliseHeader) : [],
    ),
  ),
);

/** Words of columns that hold people, whatever the marketplace calls them. */
const PEOPLE = /nama (penerima|pelanggan|lengkap)|telepon|telp|no hp|whatsapp|alamat|address|phone|recipient/;

/** Whether a column holds what belongs to buyers: it is never offered for anything and never taken for anything. */
export function isPersonalHeader(header: string): boolean {
  const name = normaliseHeader(header);
  return PERSONAL.has(name) || PEOPLE.test(name);
}
