import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import type { StoredEvidence } from "../order-report";
import type { Standing } from "../standing";
import { BuyerOrders } from "./buyer-orders.server";
import { ClueBook } from "./clue-book.server";
import { loadOrders, type OrderRecord } from "./order-record.server";
import { type SettledOrder, settle, stateOf } from "./settle-orders.server";
import { type Because, type LedgerStep, moveRollups, writeLedger, writeOrders } from "./write-orders.server";

/** One writer at a time for the orders of an institution: whoever is second sees what the first one wrote. */
export async function lockOrders(tx: Tx, institutionId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`orders:${institutionId}`}, 0))`;
}

/**
 * Where the orders of one institution are worked out: holds those at hand with what their evidence points to, settles
 * them as statements and decisions come in, and writes the outcome. Used without `commit` it only shows what would be.
 */
export class OrderDesk {
  readonly #records = new Map<string, OrderRecord>();
  /** What the orders counted as when they were taken up. */
  readonly #before = new Map<string, Standing | null>();
  readonly #settled = new Map<string, SettledOrder>();
  readonly #steps: LedgerStep[] = [];
  #book: ClueBook | null = null;
  #buyers: BuyerOrders | null = null;

  constructor(
    readonly tx: Tx,
    readonly institutionId: string,
  ) {}

  /** Takes up orders and reads what their evidence, and evidence that will come, points to. */
  async take(
    records: readonly OrderRecord[],
    coming: { evidence: readonly StoredEvidence[]; buyerHashes: readonly string[] } = NOTHING_COMING,
  ): Promise<void> {
    for (const record of records) this.#hold(record);
    const statements = [...this.#records.values()].flatMap((record) => record.statements);
    const evidence = [...statements.map((each) => each.evidence), ...coming.evidence];
    const decided = [...this.#records.values()].flatMap(({ decision }) => decision?.claimId ?? []);
    this.#book = await ClueBook.open(this.tx, this.institutionId, evidence, decided);
    const hashes = [...statements.flatMap((each) => each.buyerHash ?? []), ...coming.buyerHashes];
    this.#buyers ??= new BuyerOrders(this.tx, this.institutionId);
    await this.#buyers.read(hashes, [...this.#records.keys()]);
  }

  /** Works orders out as they are at hand now, and notes what changed and why. */
  settle(records: readonly OrderRecord[], because: Because): SettledOrder[] {
    const [book, buyers] = [this.#book, this.#buyers];
    if (!book || !buyers) throw new RangeError("take orders up before they are settled");
    for (const record of records) {
      this.#hold(record);
      const { state, withdrawn } = stateOf(record);
      buyers.note(record, state, withdrawn);
    }
    return records.map((record) => {
      const settled = settle(record, book, buyers);
      const touched = settled.touched || (this.#settled.get(record.id)?.touched ?? false);
      if (settled.changed) {
        const step = { before: record.standing, after: settled.standing };
        const attributionReason = settled.attribution.reason;
        this.#steps.push({ conversionId: record.id, ...step, attributionReason, ...because });
      }
      for (const { claimId } of settled.standing.credits) record.credited.add(claimId);
      this.#settled.set(record.id, { ...settled, touched });
      buyers.noteReturning(record, settled.buyerReturning);
      record.standing = settled.standing;
      return settled;
    });
  }

  /** Settles the orders of the same buyers, for which what was settled changes whether they were returning. */
  async settleFollowers(): Promise<void> {
    const stale = (await this.#buyers?.stale()) ?? [];
    if (stale.length === 0) return;
    const { institutionId } = this;
    const unknown = stale.filter((id) => !this.#records.has(id));
    if (unknown.length > 0)
      await this.take(await loadOrders(this.tx, { institutionId, id: { in: unknown } }));
    const followers = stale.flatMap((id) => this.#records.get(id) ?? []);
    this.settle(followers, { cause: "BUYER", reason: "" });
  }

  /** The changes that were found, in the order in which they were. */
  get steps(): readonly LedgerStep[] {
    return this.#steps;
  }

  #hold(record: OrderRecord): void {
    if (this.#records.has(record.id)) return;
    this.#records.set(record.id, record);
    this.#before.set(record.id, record.standing);
  }

  /** Writes everything that changed. */
  async commit(ctx: Ctx): Promise<void> {
    const settled = [...this.#settled.values()];
    await writeOrders(ctx, this.tx, settled);
    await writeLedger(ctx, this.tx, this.#steps);
    const moves = settled.map(({ record, standing }) => ({
      institutionId: this.institutionId,
      before: this.#before.get(record.id) ?? null,
      after: standing,
    }));
    await moveRollups(this.tx, moves);
  }
}

const NOTHING_COMING = { evidence: [], buyerHashes: [] };
