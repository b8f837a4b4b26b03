import type { z } from "zod";

export type RetryPolicy = {
  /** How often it is tried in all, the first time included. */
  attempts: number;
  /** The first wait between tries, in milliseconds; each further one doubles. */
  backoffMs: number;
};

/** The queues and what each is for: clicks never wait behind mail, nor mail behind a file of 200,000 rows. */
export const QUEUES = ["clicks", "default", "imports"] as const;
export type QueueName = (typeof QUEUES)[number];

export type JobDefinition<Name extends string = string, Schema extends z.ZodType = z.ZodType> = {
  name: Name;
  queue: QueueName;
  payload: Schema;
  retry: RetryPolicy;
};

export type JobPayload<Job> = Job extends JobDefinition<string, infer Schema> ? z.infer<Schema> : never;

const DEFAULT_RETRY: RetryPolicy = { attempts: 8, backoffMs: 1_000 };

/** Describes a job: its name, the shape of its payload, where it queues and how it is retried. No handler here. */
export function defineJob<Name extends string, Schema extends z.ZodType>(
  name: Name,
  payload: Schema,
  options: { queue?: QueueName; retry?: RetryPolicy } = {},
): JobDefinition<Name, Schema> {
  return { name, payload, queue: options.queue ?? "default", retry: options.retry ?? DEFAULT_RETRY };
}
