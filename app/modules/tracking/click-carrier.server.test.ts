import { expect, it } from "vitest";
import { queueCarrier } from "./click-carrier.server";
import { recordClicksJob } from "./tracking.jobs";

function carrier(state = "waiting") {
  const added: unknown[][] = [];
  const queue: Parameters<typeof queueCarrier>[0] = {
    async add(...job) {
      added.push(job);
      return undefined as never;
    },
    getJobState: async () => state as "waiting",
  };
  return { added, ...queueCarrier(queue) };
}

it("makes a job of a batch that the worker can read, under the batch's name", async () => {
  const { added, add } = carrier();
  // A piece of a larger buffer, with a byte that is not ASCII.
  await add("0001.0.4", Buffer.from("xxab\xe9\n..", "latin1").subarray(2, 6));
  const [[name, data, options] = []] = added;
  expect(name).toBe(recordClicksJob.name);
  expect(recordClicksJob.payload.parse(data)).toMatchObject({ batch: "0001.0.4", clicks: "ab\xe9\n" });
  expect(options).toMatchObject({ jobId: "0001.0.4", removeOnComplete: true, attempts: 10_000 });
});

it.each([
  ["waiting", true],
  ["active", true],
  ["failed", true],
  ["unknown", false],
])("says of a job that is %s whether the queue holds it: %s", async (state, held) => {
  expect(await carrier(state).holds("a")).toBe(held);
});
