import { parentPort } from "node:worker_threads";
import { serveCarrier } from "~/modules/tracking/carrier-thread.server";
import { queueCarrier } from "~/modules/tracking/click-carrier.server";
import { openQueue } from "~/platform/queue.server";

/** A thread of the web process: takes what it has spooled to the queue. */
if (!parentPort) throw new Error("this runs as a thread of the web process");
const queue = openQueue("clicks", 2);
// BullMQ remembers for good that its first connection failed: then this thread ends, and the next one tries again.
await queue.waitUntilReady();
serveCarrier(parentPort, queueCarrier(queue), () => queue.close());
