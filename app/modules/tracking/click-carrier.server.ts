import { type JobQueue, jobOptions } from "~/platform/queue.server";
import { BATCH_VERSION } from "./click";
import { recordClicksJob } from "./tracking.jobs";

/** Takes batches of clicks to the queue. */
export type ClickCarrier = {
  /**
   * Resolves when the queue has stored the batch. As long as the queue holds one of the name, adding it again changes
   * nothing.
   * @param lines whole lines of single-byte characters, as the spool holds them
   * @throws the queue's error; the batch may have arrived all the same
   */
  add(batch: string, lines: Uint8Array): Promise<void>;
  /** Whether the queue holds a batch of the name. */
  holds(batch: string): Promise<boolean>;
};

/** Kept by nobody once it is counted: the receipt says so, and half a megabyte a job is much to keep. */
const OPTIONS = { ...jobOptions(recordClicksJob), removeOnComplete: true };

/** Takes them there in this thread: turning half a megabyte into a job keeps it busy for milliseconds. */
export function queueCarrier(queue: Pick<JobQueue, "add" | "getJobState">): ClickCarrier {
  return {
    async add(batch, lines) {
      const { buffer, byteOffset, byteLength } = lines;
      const clicks = Buffer.from(buffer, byteOffset, byteLength).toString("latin1");
      await queue.add(
        recordClicksJob.name,
        { v: BATCH_VERSION, batch, clicks },
        { ...OPTIONS, jobId: batch },
      );
    },
    async holds(batch) {
      return (await queue.getJobState(batch)) !== "unknown";
    },
  };
}
