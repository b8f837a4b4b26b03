import { type Cell, cellText, type FileRow } from "~/kernel/cell";
import type { MatchedColumn } from "./recognise";
import type { OrderState, RowCells } from "./report";
import { type DayOrder, type Period, readPeriod, readTime } from "./times";
import {
  type Dots,
  isFault,
  type Read,
  readCount,
  readId,
  readMoney,
  readNumber,
  readOrderNumber,
  readRate,
  readText,
} from "./values";

/** A row that is not taken: at which column of the file and why (a key under `imports:reason`). */
export class RowRefusal extends Error {
  readonly column: string | null;
  readonly reason: string;
  readonly params: Record<string, string | number>;

  constructor(column: string | null, reason: string, params: Record<string, string | number> = {}) {
    super(reason);
    this.name = "RowRefusal";
    this.column = column;
    this.reason = reason;
    this.params = params;
  }
}

export type RowReaderOptions = {
  columns: readonly MatchedColumn[];
  /** What a dot before three digits means in a column; null where it writes both. */
  dotsOf: (field: string) => Dots;
  /** How a time column writes its days; null where it writes both ways. */
  dayOrderOf: (field: string) => DayOrder | null;
  date1904: boolean;
  hashBuyer: (username: string) => string | null;
};

/** Fields that say what was bought. */
const GOODS = ["product", "sku", "parentSku", "skuId", "itemId"];
/** A word for sums in the place of a product. */
const TOTAL = /^((sub|grand)[\s-]*)?(total|jumlah)[\s:.]*$/i;

/** Reads the cells of one row after the other by the report's fields. */
export class RowReader implements RowCells {
  readonly #options: RowReaderOptions;
  readonly #columns: Map<string, MatchedColumn>;
  #cells: readonly Cell[] = [];

  constructor(options: RowReaderOptions) {
    this.#options = options;
    this.#columns = new Map(
      options.columns.flatMap((column) => (column.field ? [[column.field, column] as const] : [])),
    );
  }

  take(row: FileRow): this {
    this.#cells = row.cells;
    return this;
  }

  has(field: string): boolean {
    return this.#columns.has(field);
  }

  #cell(field: string): Cell {
    const column = this.#columns.get(field);
    return column ? (this.#cells[column.index] ?? null) : null;
  }

  #sure<Value>(field: string, value: Read<Value>): Value | null {
    if (isFault(value)) this.refuse(field, value.fault);
    return value as Value | null;
  }

  id(field: string): string | null {
    const read = field === "orderId" ? readOrderNumber : readId;
    return this.#sure(field, read(this.#cell(field)));
  }

  text(field: string): string | null {
    return readText(this.#cell(field));
  }

  money(field: string): bigint | null {
    return this.#sure(field, readMoney(this.#cell(field), this.#options.dotsOf(field)));
  }

  count(field: string): number | null {
    return this.#sure(field, readCount(this.#cell(field)));
  }

  number(field: string): bigint | null {
    return this.#sure(field, readNumber(this.#cell(field), this.#options.dotsOf(field)));
  }

  rate(field: string): bigint | null {
    return this.#sure(field, readRate(this.#cell(field)));
  }

  time(field: string): Date | null {
    const { dayOrderOf, date1904 } = this.#options;
    return this.#sure(field, readTime(this.#cell(field), dayOrderOf(field), date1904));
  }

  period(field: string): Period | null {
    const { dayOrderOf, date1904 } = this.#options;
    return this.#sure(field, readPeriod(this.#cell(field), dayOrderOf(field), date1904));
  }

  buyer(field: string): string | null {
    const name = readText(this.#cell(field));
    // Half masked names ("b***i") are shared by many and tell nobody apart.
    return name === null || name.includes("*") ? null : this.#options.hashBuyer(name);
  }

  needed<Value>(field: string, value: Value | null): Value {
    return value ?? this.refuse(field, "missing");
  }

  state(field: string, states: Readonly<Record<string, OrderState>>): OrderState | null {
    const word = readText(this.#cell(field))?.toLowerCase().replace(/\s+/g, " ");
    if (!word) return null;
    return states[word] ?? this.refuse(field, "status");
  }

  /** The sign that every row of a report has, where it has one. */
  raw(field: string): string {
    return cellText(this.#cell(field));
  }

  /** The order's number where it can be read; a row that is refused for something else still names its order. */
  orderId(): string | null {
    const id = readOrderNumber(this.#cell("orderId"));
    return isFault(id) ? null : id;
  }

  /** When the order was made, in milliseconds, where that can be read. */
  orderTime(): number | null {
    const { dayOrderOf, date1904 } = this.#options;
    const time = readTime(this.#cell("orderedAt"), dayOrderOf("orderedAt"), date1904);
    return time instanceof Date ? time.getTime() : null;
  }

  /** Whether the row says what was bought; "unknown" where the file has no column for it. */
  namesGoods(): boolean | "unknown" {
    const fields = GOODS.filter((field) => this.has(field));
    if (fields.length === 0) return "unknown";
    return fields.some((field) => !TOTAL.test(readText(this.#cell(field)) ?? "total"));
  }

  /** Whether the order's number stands in the first cell, which no delimiter within a value can shift. */
  startsWithNumber(): boolean {
    return this.#columns.get("orderId")?.index === 0;
  }

  refuse(field: string, reason: string): never {
    throw new RowRefusal(this.#columns.get(field)?.header ?? null, reason);
  }
}
