import type { Tx } from "~/platform/db.server";
import type { ConversionStatus } from "../order-report";
import type { OrderState } from "../statements";
import { jsonOf } from "./bulk.server";

/** When an order was, and its number where two are of the same moment. */
type Place = { orderId: string; occurredAt: Date };

type HeldOrder = Place & { id: string; counts: boolean; returning: boolean | null };

type Reader = Pick<Tx, "conversion" | "$queryRaw">;

/**
 * Tells who came back: a buyer is returning in an order when there is an earlier one of theirs that was not reversed.
 * Told by the orders' own times, so that it does not matter which order was reported first. All that counts is each
 * buyer's first order: of the others only those at hand are read, however many a buyer has.
 */
export class BuyerOrders {
  /** Of each buyer the first order that counts, by what is stored. */
  readonly #stored = new Map<string, Place | null>();
  /** The same without the orders at hand. */
  readonly #elsewhere = new Map<string, Place | null>();
  /** The orders at hand: those of buyers as they are now, by buyer and id; the buyer of each; all that were seen. */
  readonly #held = new Map<string, Map<string, HeldOrder>>();
  readonly #buyers = new Map<string, string>();
  readonly #seen = new Set<string>();
  /** What the two maps above come to, worked out where it is asked for. */
  readonly #firsts = new Map<string, Place | null>();

  constructor(
    readonly tx: Reader,
    readonly institutionId: string,
  ) {}

  /** Reads what is known of buyers. @param heldIds all orders at hand that are stored */
  async read(hashes: readonly string[], heldIds: readonly string[]): Promise<void> {
    const wanted = [...new Set(hashes)];
    if (wanted.length === 0) return;
    await this.#readHeld(heldIds.filter((id) => !this.#seen.has(id)));
    const all = await this.#readFirsts(wanted, []);
    const held = new Set(heldIds);
    const isHeld = (hash: string) => held.has(all.get(hash)?.id ?? "");
    const others = await this.#readFirsts(wanted.filter(isHeld), heldIds);
    for (const hash of wanted) {
      const stored = all.get(hash) ?? null;
      if (!this.#stored.has(hash)) this.#stored.set(hash, stored);
      this.#elsewhere.set(hash, isHeld(hash) ? (others.get(hash) ?? null) : stored);
      this.#firsts.delete(hash);
    }
  }

  /** Tells of an order as it is now. */
  note({ id, orderId }: { id: string; orderId: string }, state: OrderState, withdrawn: boolean): void {
    this.#seen.add(id);
    const before = this.#buyers.get(id);
    if (before !== undefined) {
      this.#held.get(before)?.delete(id);
      this.#firsts.delete(before);
      this.#buyers.delete(id);
    }
    if (!state.buyerHash || withdrawn) return;
    const { occurredAt, status, buyerReturning: returning } = state;
    this.#hold(state.buyerHash, { id, orderId, occurredAt, counts: counts(status), returning });
  }

  /** Tells of what an order was settled with. */
  noteReturning({ id }: { id: string }, returning: boolean | null): void {
    const order = this.#held.get(this.#buyers.get(id) ?? "")?.get(id);
    if (order) order.returning = returning;
  }

  /** Whether the buyer had bought before; null where nothing is known of the buyer. */
  returning({ orderId }: { orderId: string }, { buyerHash, occurredAt }: OrderState): boolean | null {
    return buyerHash ? this.#cameBefore(buyerHash, { orderId, occurredAt }) : null;
  }

  /** Orders, at hand or not, for which the answer is no longer the one that they were settled with. */
  async stale(): Promise<string[]> {
    const held = [...this.#held].flatMap(([hash, orders]) =>
      [...orders.values()].filter((order) => order.returning !== this.#cameBefore(hash, order)),
    );
    return [...held.map(({ id }) => id), ...(await this.#staleElsewhere())];
  }

  /** Another first order changes the answer for what lies between the two, and for nothing else. */
  async #staleElsewhere(): Promise<string[]> {
    const spans = [...this.#stored].flatMap(([hash, before]) => spanOf(hash, before, this.#first(hash)));
    if (spans.length === 0) return [];
    const orders = await this.tx.$queryRaw<
      (Place & { id: string; hash: string; returning: boolean | null })[]
    >`
      SELECT c.id, c.order_id AS "orderId", c.occurred_at AS "occurredAt", span.hash,
        c.buyer_returning AS returning
      FROM jsonb_to_recordset(${jsonOf(spans)}::jsonb) AS span(hash text, since timestamptz, until timestamptz)
      CROSS JOIN LATERAL (
        SELECT id, order_id, occurred_at, buyer_returning FROM conversion
        WHERE institution_id = ${this.institutionId}::uuid AND buyer_hash = span.hash AND withdrawn_at IS NULL
          AND occurred_at BETWEEN span.since AND coalesce(span.until, 'infinity')
        OFFSET 0 -- one range of the index for each, whatever the planner knows of the table
      ) AS c`;
    return orders
      .filter(({ id }) => !this.#seen.has(id))
      .filter((order) => order.returning !== this.#cameBefore(order.hash, order))
      .map(({ id }) => id);
  }

  #cameBefore(hash: string, than: Place): boolean {
    const first = this.#first(hash);
    return first !== null && isBefore(first, than);
  }

  #first(hash: string): Place | null {
    const known = this.#firsts.get(hash);
    if (known !== undefined) return known;
    let first = this.#elsewhere.get(hash) ?? null;
    for (const order of this.#held.get(hash)?.values() ?? []) {
      if (order.counts && (first === null || isBefore(order, first))) first = order;
    }
    this.#firsts.set(hash, first);
    return first;
  }

  #hold(hash: string, order: HeldOrder): void {
    const orders = this.#held.get(hash) ?? new Map<string, HeldOrder>();
    this.#held.set(hash, orders.set(order.id, order));
    this.#buyers.set(order.id, hash);
    this.#firsts.delete(hash);
  }

  async #readHeld(ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    for (const id of ids) this.#seen.add(id);
    const rows = await this.tx.conversion.findMany({
      where: { id: { in: ids }, buyerHash: { not: null }, withdrawnAt: null },
      select: {
        ...{ id: true, orderId: true, occurredAt: true },
        ...{ status: true, buyerHash: true, buyerReturning: true },
      },
    });
    for (const { buyerHash, buyerReturning: returning, status, ...row } of rows) {
      if (buyerHash) this.#hold(buyerHash, { ...row, returning, counts: counts(status) });
    }
  }

  async #readFirsts(
    hashes: readonly string[],
    without: readonly string[],
  ): Promise<Map<string, Place & { id: string }>> {
    if (hashes.length === 0) return new Map();
    const rows = await this.tx.$queryRaw<(Place & { id: string; hash: string })[]>`
      SELECT buyer.hash, first.id, first.order_id AS "orderId", first.occurred_at AS "occurredAt"
      FROM unnest(${hashes}::text[]) AS buyer(hash)
      CROSS JOIN LATERAL (
        SELECT id, order_id, occurred_at FROM conversion
        WHERE institution_id = ${this.institutionId}::uuid AND buyer_hash = buyer.hash
          AND withdrawn_at IS NULL AND status <> 'REVERSED' AND id <> ALL(${without}::uuid[])
        ORDER BY occurred_at, order_id COLLATE "C" LIMIT 1
      ) AS first`;
    return new Map(rows.map(({ hash, ...first }) => [hash, first]));
  }
}

/** From the earlier to the later of two first orders; without an end where there is only one. */
function spanOf(hash: string, before: Place | null, now: Place | null) {
  const [since, until] =
    before && now && isBefore(now, before) ? [now, before] : [before ?? now, before && now];
  if (since === null || (until && !isBefore(since, until))) return [];
  return [{ hash, since: since.occurredAt, until: until?.occurredAt ?? null }];
}

const counts = (status: ConversionStatus) => status !== "REVERSED";

function isBefore(a: Place, b: Place): boolean {
  const time = a.occurredAt.getTime() - b.occurredAt.getTime();
  return time === 0 ? a.orderId < b.orderId : time < 0;
}
