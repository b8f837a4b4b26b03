import type { Db } from "~/platform/db.server";
import type { Logger } from "~/platform/log.server";
import type { ClickCarrier } from "../click-carrier.server";
import { ClickBatcher } from "./click-batcher.server";
import { databaseReceipts } from "./click-receipts.server";
import { ClickShipper, type ShipperOptions } from "./click-shipper.server";
import { ClickSpool } from "./click-spool.server";
import { SpoolFolder } from "./spool-folder.server";

export type ClickStoreOptions<Waiter> = {
  carrier: ClickCarrier;
  db: Db;
  log: Logger;
  spoolDir: string;
  spoolMaxBytes: number;
  settle: (waiter: Waiter, stored: boolean) => void;
  shipping?: Partial<ShipperOptions>;
};

const BEAT_MS = 30_000;
const ADOPT_MS = 60_000;
const LAST_SHIPPING_MS = 4_000;

/** Where clicks go: laid down on the local disk, then brought to the queue. */
export class ClickStore<Waiter> {
  readonly #timers: NodeJS.Timeout[] = [];

  private constructor(
    private readonly folder: SpoolFolder,
    readonly spool: ClickSpool,
    readonly batcher: ClickBatcher<Waiter>,
    readonly shipper: ClickShipper,
    private readonly log: Logger,
  ) {}

  /** @throws when the folder cannot be written */
  static async open<Waiter>(options: ClickStoreOptions<Waiter>): Promise<ClickStore<Waiter>> {
    const { log, carrier, settle } = options;
    const folder = await SpoolFolder.open(options.spoolDir, log);
    const spool = new ClickSpool({ disk: folder, log, maxBytes: options.spoolMaxBytes });
    await spool.open();
    const receipts = databaseReceipts(options.db);
    const shipper = new ClickShipper({ spool, carrier, receipts, log, ...options.shipping });
    const batcher = new ClickBatcher<Waiter>({ store: (lines) => spool.append(lines), settle, log });
    const store = new ClickStore(folder, spool, batcher, shipper, log);
    await store.#adopt();
    for (const name of await folder.elsewhere()) {
      log.warn(
        { name, folder: options.spoolDir },
        "a spool of another host is here: only that host can deliver it",
      );
    }
    shipper.start();
    store.#timers.push(
      setInterval(
        () => store.#try(() => folder.beat(), "the spool's lock could not be touched"),
        BEAT_MS,
      ).unref(),
      setInterval(
        () => store.#try(() => store.#adopt(), "spools could not be looked through"),
        ADOPT_MS,
      ).unref(),
    );
    return store;
  }

  /** Null, or why clicks are not taken at the moment. */
  get trouble(): string | null {
    return this.batcher.stalled ? "the spool's disk hangs" : this.spool.trouble;
  }

  /** Settles all clicks, ships what it can within seconds and leaves the rest for the next start. */
  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.batcher.flush();
    this.batcher.close();
    await this.spool.close();
    await this.shipper.stop(LAST_SHIPPING_MS);
    await this.folder.close();
  }

  async #adopt(): Promise<void> {
    this.spool.adopt(await this.folder.adopt());
    this.spool.onDurable();
  }

  #try(work: () => Promise<void>, complaint: string): void {
    work().catch((error: unknown) => this.log.error({ err: error }, complaint));
  }
}
