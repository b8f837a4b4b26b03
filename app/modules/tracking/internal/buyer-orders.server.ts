import type { Tx } from "~/platform/db.server";
import type { ConversionStatus } from "../order-report";
import type { OrderState } from "../statements";

type BuyerOrder = {
  id: string;
  orderId: string;
  occurredAt: Date;
  counts: boolean;
  returning: boolean | null;
};

/**
 * The orders of buyers of one institution, to tell who came back: a buyer is returning in an order when there is an
 * earlier one of theirs that was not reversed. Told by the orders' own times, so that it does not matter which order
 * was reported first.
 */
export class BuyerOrders {
  readonly #orders = new Map<string, Map<string, BuyerOrder>>();

  static async open(
    tx: Pick<Tx, "conversion">,
    institutionId: string,
    hashes: readonly string[],
  ): Promise<BuyerOrders> {
    const buyers = new BuyerOrders();
    if (hashes.length === 0) return buyers;
    const rows = await tx.conversion.findMany({
      where: { institutionId, buyerHash: { in: [...new Set(hashes)] }, withdrawnAt: null },
      select: {
        id: true,
        orderId: true,
        occurredAt: true,
        status: true,
        buyerHash: true,
        buyerReturning: true,
      },
    });
    for (const { buyerHash, buyerReturning: returning, ...row } of rows) {
      if (buyerHash) buyers.#put(buyerHash, { ...row, returning, counts: counts(row.status) });
    }
    return buyers;
  }

  /** Tells of an order as it is now. */
  note(order: { id: string; orderId: string }, state: OrderState, withdrawn: boolean): void {
    for (const orders of this.#orders.values()) orders.delete(order.id);
    if (!state.buyerHash || withdrawn) return;
    const { occurredAt, status, buyerReturning } = state;
    const { id, orderId } = order;
    this.#put(state.buyerHash, {
      id,
      orderId,
      occurredAt,
      counts: counts(status),
      returning: buyerReturning,
    });
  }

  /** Tells of what an order was settled with. */
  noteReturning(order: { id: string }, returning: boolean | null): void {
    for (const orders of this.#orders.values()) {
      const known = orders.get(order.id);
      if (known) orders.set(order.id, { ...known, returning });
    }
  }

  /** Whether the buyer had bought before; null where nothing is known of the buyer. */
  returning(order: { id: string; orderId: string }, state: OrderState): boolean | null {
    if (!state.buyerHash) return null;
    return this.#cameBefore(state.buyerHash, { ...order, occurredAt: state.occurredAt });
  }

  /** Orders for which the answer is no longer the one that they were settled with. */
  stale(): string[] {
    return [...this.#orders].flatMap(([hash, orders]) =>
      [...orders.values()]
        .filter((order) => order.returning !== this.#cameBefore(hash, order))
        .map(({ id }) => id),
    );
  }

  #cameBefore(hash: string, than: { id: string; orderId: string; occurredAt: Date }): boolean {
    const others = [...(this.#orders.get(hash)?.values() ?? [])];
    return others.some((other) => other.counts && other.id !== than.id && isBefore(other, than));
  }

  #put(hash: string, order: BuyerOrder): void {
    const orders = this.#orders.get(hash) ?? new Map<string, BuyerOrder>();
    this.#orders.set(hash, orders.set(order.id, order));
  }
}

const counts = (status: ConversionStatus) => status !== "REVERSED";

function isBefore(
  a: { orderId: string; occurredAt: Date },
  b: { orderId: string; occurredAt: Date },
): boolean {
  const time = a.occurredAt.getTime() - b.occurredAt.getTime();
  return time === 0 ? a.orderId < b.orderId : time < 0;
}
