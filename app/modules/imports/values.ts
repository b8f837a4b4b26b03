import { type Cell, cellText, clip, isBlank } from "~/kernel/cell";

/*
 * The values of cells. Each reader returns null where the cell says nothing and a `Fault` where it says something
 * that is not such a value. Nothing here repeats what stands in the cell: a shifted row may hold a buyer's name.
 */

/** Why a cell cannot be read; the words are in the messages under `imports:reason`. */
export type Fault = {
  fault:
    | "money"
    | "moneyTooLarge"
    | "moneyAmbiguous"
    | "number"
    | "rate"
    | "time"
    | "timeAmbiguous"
    | "id"
    | "idRounded"
    | "idPhone";
};

export type Read<Value> = Value | null | Fault;

export function isFault(value: unknown): value is Fault {
  return typeof value === "object" && value !== null && "fault" in value;
}

/** Millionths of a rupiah: Shopee writes commissions with up to five decimals. */
export const MICRO = 1_000_000n;

const MAX_RUPIAH_DIGITS = 13;

/** What one dot before three digits means ("25.000"); null where the file writes it both ways, so that it is refused. */
export type Dots = "thousands" | "decimals" | null;

/**
 * An amount in millionths of a rupiah, exactly as written (decimals beyond the sixth are rounded half away from
 * zero). A dot or comma before groups of three parts thousands, and anything else is a decimal sign: "1.500,50",
 * "25000.5". Only for "25.000" it matters what dots mean.
 */
export function readMoney(cell: Cell | undefined, dots: Dots): Read<bigint> {
  if (cell !== null && typeof cell === "object") return fromNumber(cell.digits);
  if (isBlank(cellText(cell))) return null;
  const { text, negative } = bareAmount(cellText(cell));
  if (dots === null && THOUSANDS_OR_DECIMALS.test(text)) return { fault: "moneyAmbiguous" };
  const parts = /^[\d.,]+$/.test(text) ? splitAmount(text, dots) : null;
  if (!parts) return /^\d+(\.\d+)?e[+-]?\d+$/i.test(text) ? fromNumber(text) : { fault: "money" };
  if (parts.whole.length > MAX_RUPIAH_DIGITS) return { fault: "moneyTooLarge" };
  const micro = toMicro(parts.whole, parts.decimals);
  return negative ? -micro : micro;
}

/** An amount without currency, sign and spaces. */
function bareAmount(written: string): { text: string; negative: boolean } {
  const bracketed = /^\((.+)\)$/.exec(written)?.[1];
  const text = (bracketed ?? written)
    .replace(/[\s\u00a0]/g, "")
    .replace(/^([-+]?)(?:rp|idr)\.?/i, "$1")
    .replace(/,-$/, "");
  if (!/^[-+]/.test(text)) return { text, negative: bracketed !== undefined };
  return { text: text.slice(1), negative: text.startsWith("-") !== (bracketed !== undefined) };
}

/** A number in a spreadsheet's own writing: dot for decimals, perhaps an exponent. */
function fromNumber(digits: string): Read<bigint> {
  const value = Number(digits);
  if (!Number.isFinite(value)) return { fault: "money" };
  if (Math.abs(value) >= 10 ** MAX_RUPIAH_DIGITS) return { fault: "moneyTooLarge" };
  const plain = /^-?\d+(\.\d+)?$/.test(digits) ? digits : value.toFixed(6);
  const negative = plain.startsWith("-");
  const [whole = "0", decimals = ""] = plain.replace("-", "").split(".");
  const micro = toMicro(whole, decimals);
  return negative ? -micro : micro;
}

const THOUSANDS_OR_DECIMALS = /^[1-9]\d{0,2}\.\d{3}$/;

export type DotHint = "thousands" | "decimals" | "either" | "bare";

/** What an amount's text shows of what dots mean in its column; `bare`: a thousand or more without any sign. */
export function dotHintOf(cell: Cell | undefined): DotHint | null {
  if (typeof cell !== "string") return null;
  const { text } = bareAmount(cellText(cell));
  if (THOUSANDS_OR_DECIMALS.test(text)) return "either";
  if (/^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(text)) return "thousands";
  if (/^(0|[1-9]\d*|[1-9]\d{0,2}(,\d{3})+)\.\d+$/.test(text)) return "decimals";
  return /^[1-9]\d{3,}$/.test(text) ? "bare" : null;
}

function splitAmount(text: string, dots: Dots): { whole: string; decimals: string } | null {
  const points = text.split(".").length - 1;
  const commas = text.split(",").length - 1;
  const bare = (part: string) => part.replace(/[.,]/g, "");
  if (points + commas === 0) return { whole: text, decimals: "" };
  // "025.000" is neither an amount with decimals nor one with thousands.
  if (/^0\d/.test(text)) return null;
  if (points > 0 && commas > 0) {
    // Both: the later one is the decimal sign, the other parts thousands.
    const at = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
    const whole = text.slice(0, at);
    const group = text[at] === "," ? "." : ",";
    if (!grouped(whole, group)) return null;
    return decimalsOf(bare(whole), text.slice(at + 1));
  }
  const sign = points > 0 ? "." : ",";
  if (points + commas > 1) return grouped(text, sign) ? { whole: bare(text), decimals: "" } : null;
  const [whole = "", rest = ""] = text.split(sign);
  const thousands =
    rest.length === 3 && /^[1-9]\d{0,2}$/.test(whole) && !(dots === "decimals" && sign === ".");
  return thousands ? { whole: whole + rest, decimals: "" } : decimalsOf(whole, rest);
}

function decimalsOf(whole: string, decimals: string): { whole: string; decimals: string } | null {
  return /^\d+$/.test(whole) && /^\d+$/.test(decimals) ? { whole, decimals } : null;
}

function grouped(text: string, sign: string): boolean {
  return sign === "." ? /^\d{1,3}(\.\d{3})+$/.test(text) : /^\d{1,3}(,\d{3})+$/.test(text);
}

function toMicro(whole: string, decimals: string): bigint {
  const six = decimals.slice(0, 6).padEnd(6, "0");
  const up = (decimals[6] ?? "0") >= "5" ? 1n : 0n;
  return BigInt(whole) * MICRO + BigInt(six) + up;
}

/** Whole rupiah of millionths: half a rupiah is rounded away from zero. Sum first, round once. */
export function wholeRupiah(micro: bigint): bigint {
  const half = MICRO / 2n;
  return micro < 0n ? -((-micro + half) / MICRO) : (micro + half) / MICRO;
}

/** A count: whole, with or without thousands signs ("1.234"). */
export function readCount(cell: Cell | undefined): Read<number> {
  const micro = readMoney(cell, "thousands");
  if (micro === null) return null;
  if (isFault(micro) || micro % MICRO !== 0n || micro < 0n) return { fault: "number" };
  return Number(micro / MICRO);
}

/** A number that may have decimals, such as a ROI, in millionths. */
export function readNumber(cell: Cell | undefined, dots: Dots): Read<bigint> {
  const micro = readMoney(cell, dots);
  return isFault(micro) ? { fault: "number" } : micro;
}

/** A share in millionths: "5%", "5,12 %", "0.05". A bare number above one is taken for percent. */
export function readRate(cell: Cell | undefined): Read<bigint> {
  const text = cellText(cell);
  if (isBlank(text)) return null;
  const percent = text.endsWith("%");
  const bare = (percent ? text.slice(0, -1) : text).trim();
  // A share never runs into thousands, so that a single sign always parts decimals.
  const micro = readMoney(bare.includes(",") ? bare.replace(/\./g, "").replace(",", ".") : bare, "decimals");
  if (micro === null || isFault(micro)) return { fault: "rate" };
  const whole = micro < 0n ? -micro : micro;
  return percent || whole > MICRO ? (micro + (micro < 0n ? -50n : 50n)) / 100n : micro;
}

/** A number that names something. Excel turns 18 digits into 5.8E+17 and cannot give them back: then the row cannot be told from others. */
export function readId(cell: Cell | undefined): Read<string> {
  const text = cellText(cell).replace(/^'/, "");
  if (isBlank(text)) return null;
  if (/^\d+([.,]\d+)?e\+?\d+$/i.test(text)) return { fault: "idRounded" };
  // A spreadsheet's number keeps 15 digits; the rest were made zero.
  if (cell !== null && typeof cell === "object" && /^\d{16,}$/.test(text)) return { fault: "idRounded" };
  return /^[A-Za-z0-9][A-Za-z0-9/_.-]{0,79}$/.test(text) ? text : { fault: "id" };
}

/** An order's number. What looks like a telephone number is none and stands there because the row is shifted. */
export function readOrderNumber(cell: Cell | undefined): Read<string> {
  const text = cellText(cell).replace(/^'/, "");
  return /^(\+?62|0)8\d{7,11}$/.test(text) ? { fault: "idPhone" } : readId(cell);
}

/** Text without control signs and halves of signs, at most `limit` long. */
export function readText(cell: Cell | undefined, limit = 200): string | null {
  const text = cellText(cell)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f]+/g, " ")
    .trim();
  return isBlank(text) ? null : clip(text, limit);
}
