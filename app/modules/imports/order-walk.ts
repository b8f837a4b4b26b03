import { cellText, type FileRow, isBlank } from "~/kernel/cell";
import { isFiller, readOrderRow, storeOrderRow } from "./order-rows";
import { type ReadRow, refusedRow } from "./read-row";
import type { OrderReportDefinition, OrderRow } from "./report";
import { type RowReader, RowRefusal } from "./row-reader";
import type { Misfit } from "./survey";

/** A row that is refused and does not say of which order it is: perhaps of the one above or the one below. */
type Loose = { row: number; time: number | null };

/**
 * Goes through the rows of an order report and says of each what it tells and of which order it is. Part of an order
 * is no order: a row that is refused takes its order along, and where it does not say which one, those beside it.
 */
export class OrderWalk {
  readonly #definition: OrderReportDefinition;
  readonly #reader: RowReader;
  readonly #now: Date;
  /** The row above, where it was read: its order may go on. */
  #above: OrderRow | null = null;
  /** Number and time of the last order whose number was read, also where the row was refused. */
  #order: { id: string; time: number | null } | null = null;
  #loose: Loose | null = null;

  constructor(definition: OrderReportDefinition, reader: RowReader, now: Date) {
    this.#definition = definition;
    this.#reader = reader;
    this.#now = now;
  }

  /** null for lines of titles and explanations. */
  read({ number }: FileRow): ReadRow | null {
    const reader = this.#reader;
    if (isFiller(this.#definition, reader)) return null;
    if (isBlank(reader.raw("orderId")) && reader.namesGoods() === false) {
      // Sums: what follows without a number does not go on with the order above them.
      this.#above = null;
      return { row: number, key: null, kind: "skipped", reason: "noGoods" };
    }
    try {
      return this.#taken(number, readOrderRow(this.#definition, reader, this.#above, this.#now));
    } catch (error) {
      if (!(error instanceof RowRefusal)) throw error;
      return this.#refused(number, error);
    }
  }

  /** A row whose cells do not stand below their titles: only what stands first in it can be believed. */
  misfit({ number, cells }: FileRow, reason: Misfit): ReadRow {
    const reader = this.#reader;
    const refusal = new RowRefusal(null, reason);
    // Alone in its row a number may be cut, and a sentence is a remark below the table.
    const alone = cells.length === 1;
    if (reader.startsWithNumber()) {
      const id = reader.orderId();
      if (id !== null && !alone) return this.#ofOrder(number, id, refusal);
      if (id === null && alone && !isBlank(cellText(cells[0]))) return refusedRow(number, null, refusal);
    }
    return this.#ofNobody({ row: number, time: null }, refusal);
  }

  #taken(row: number, order: OrderRow): ReadRow {
    const time = order.orderedAt.getTime();
    const loose = this.#loose;
    if (loose && mayBeOne(loose.time, time)) {
      return this.#ofOrder(row, order.orderId, new RowRefusal(null, "orderRefused", { row: loose.row }));
    }
    this.#above = order;
    this.#order = { id: order.orderId, time };
    this.#loose = null;
    return { row, key: order.orderId, kind: "order", fact: storeOrderRow(order) };
  }

  #refused(row: number, refusal: RowRefusal): ReadRow {
    const reader = this.#reader;
    const id = reader.orderId();
    if (id !== null) return this.#ofOrder(row, id, refusal);
    if (this.#definition.continuation && reader.raw("orderId") === "" && this.#order) {
      return this.#ofOrder(row, this.#order.id, refusal);
    }
    return this.#ofNobody({ row, time: reader.orderTime() }, refusal);
  }

  #ofOrder(row: number, id: string, refusal: RowRefusal): ReadRow {
    this.#above = null;
    this.#order = { id, time: this.#reader.orderTime() };
    this.#loose = null;
    return refusedRow(row, id, refusal);
  }

  #ofNobody(loose: Loose, refusal: RowRefusal): ReadRow {
    this.#above = null;
    this.#loose = loose;
    const order = this.#order;
    return refusedRow(loose.row, order && mayBeOne(order.time, loose.time) ? order.id : null, refusal);
  }
}

/** Rows of one order have one time. */
function mayBeOne(time: number | null, other: number | null): boolean {
  return time === null || other === null || time === other;
}
