import pg from "pg";
import type { Logger } from "./log.server";

export type Listener = {
  /** Resolves once the channel is listened to for the first time. */
  ready: Promise<void>;
  close(): Promise<void>;
};

const RETRY_MS = [100, 500, 1_000, 2_000, 5_000];

/**
 * Listens on a PostgreSQL channel with a connection of its own and comes back after the database was away.
 * `onMessage` is called for each notification, and with null after every (re)connection, because whatever was said
 * meanwhile was missed: the caller refreshes all it holds.
 */
export function listen(
  options: { connectionString: string; channel: string; log: Logger },
  onMessage: (payload: string | null) => void,
): Listener {
  let closed = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let markReady: () => void = () => {};
  const ready = new Promise<void>((resolve) => {
    markReady = resolve;
  });

  const retry = (error: unknown) => {
    if (closed || timer) return;
    const wait = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)];
    failures += 1;
    options.log.warn({ err: error, channel: options.channel, waitMs: wait }, "listening was interrupted");
    timer = setTimeout(() => {
      timer = undefined;
      void connect();
    }, wait);
  };

  const connect = async () => {
    const next = new pg.Client({
      connectionString: options.connectionString,
      application_name: "gaung-listen",
      keepAlive: true,
    });
    client = next;
    next.on("notification", (message) => onMessage(message.payload ?? ""));
    next.on("error", retry);
    next.on("end", () => retry(new Error("connection ended")));
    try {
      await next.connect();
      await next.query(`LISTEN ${next.escapeIdentifier(options.channel)}`);
      failures = 0;
      markReady();
      onMessage(null);
    } catch (error) {
      retry(error);
    }
  };
  void connect();

  return {
    ready,
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
