import type { z } from "zod";
import { newId } from "~/kernel/id";
import type { JobDefinition } from "~/kernel/job";
import type { Prisma, Tx } from "./db.server";

/** PostgreSQL channel that wakes the relay when an outbox row is committed. */
export const OUTBOX_CHANNEL = "gaung_outbox";

/**
 * Asks for a job in the transaction of the change that causes it: both happen or neither. The relay moves it to the
 * queue after the commit, at least once.
 * @throws ZodError when the payload is not of the job's shape.
 */
export async function enqueue<Schema extends z.ZodType>(
  tx: Tx,
  job: JobDefinition<string, Schema>,
  payload: z.input<Schema>,
): Promise<void> {
  const parsed = job.payload.parse(payload) as Prisma.InputJsonValue;
  await tx.outboxMessage.create({ data: { id: newId(), job: job.name, payload: parsed } });
  await tx.$executeRaw`SELECT pg_notify(${OUTBOX_CHANNEL}, '')`;
}
