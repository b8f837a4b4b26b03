import type { JobDefinition, QueueName } from "~/kernel/job";
import type { Db } from "./db.server";
import { listen } from "./listen.server";
import type { Logger } from "./log.server";
import { OUTBOX_CHANNEL } from "./outbox.server";
import { type JobQueue, jobOptions } from "./queue.server";

const BATCH = 200;
/** A look without having been called, in case a notification was lost. */
const SWEEP_MS = 5_000;
const KEEP_DISPATCHED_MS = 24 * 3_600_000;

type RelayParts = {
  db: Db;
  databaseUrl: string;
  queues: Record<QueueName, JobQueue>;
  jobs: ReadonlyMap<string, JobDefinition>;
  log: Logger;
};

export type Relay = { close(): Promise<void> };

/**
 * Moves outbox rows to the queue, oldest first, at least once: the row is marked only after the queue has stored
 * the job, and the job carries the row's id so that moving it twice adds it once. Several relays may run; a locked
 * row is somebody else's.
 */
export function startRelay(parts: RelayParts): Relay {
  let closed = false;
  let running: Promise<void> | undefined;
  let again = false;

  const run = async () => {
    do {
      again = false;
      while (!closed && (await moveBatch(parts)) === BATCH);
    } while (again && !closed);
  };
  const wake = () => {
    if (closed) return;
    if (running) {
      again = true;
      return;
    }
    running = run()
      .catch((error: unknown) => parts.log.error({ err: error }, "outbox relay failed; it tries again"))
      .finally(() => {
        running = undefined;
      });
  };

  const timer = setInterval(wake, SWEEP_MS);
  const listener = listen(
    { connectionString: parts.databaseUrl, channel: OUTBOX_CHANNEL, log: parts.log },
    wake,
  );
  return {
    async close() {
      closed = true;
      clearInterval(timer);
      await listener.close();
      await running;
    },
  };
}

async function moveBatch({ db, queues, jobs, log }: RelayParts): Promise<number> {
  return db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; job: string; payload: unknown }[]>`
      SELECT id, job, payload FROM outbox_message
      WHERE dispatched_at IS NULL ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
    if (rows.length === 0) return 0;
    const perQueue = new Map<QueueName, Parameters<JobQueue["addBulk"]>[0]>();
    for (const row of rows) {
      const job = jobs.get(row.job);
      if (!job) {
        // Left by a newer or older release: marked, so that it blocks nobody, and told.
        log.error({ job: row.job, outboxId: row.id }, "outbox names a job that this release does not know");
        continue;
      }
      const list = perQueue.get(job.queue) ?? [];
      list.push({ name: job.name, data: row.payload, opts: jobOptions(job, row.id) });
      perQueue.set(job.queue, list);
    }
    for (const [name, list] of perQueue) await queues[name].addBulk(list);
    await tx.outboxMessage.updateMany({
      where: { id: { in: rows.map((row) => row.id) } },
      data: { dispatchedAt: new Date() },
    });
    return rows.length;
  });
}

/** Deletes outbox rows that were dispatched over a day ago. Their payloads may hold tokens and need not stay. */
export async function sweepOutbox(db: Db, now: Date): Promise<number> {
  const { count } = await db.outboxMessage.deleteMany({
    where: { dispatchedAt: { lt: new Date(now.getTime() - KEEP_DISPATCHED_MS) } },
  });
  return count;
}
