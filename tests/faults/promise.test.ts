import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { startTrackedServer, untilDrained } from "../setup/tracked-server";
import { checkPromise } from "./check";
import { startLoad } from "./load";

/** The short form of `npm run faults`, for every run of the tests. */
it("a 302 is a promise: kill -9 of worker, web and PostgreSQL lose and double nothing", async () => {
  const server = await startTrackedServer({ env: { LOG_LEVEL: "warn" }, links: 2 });
  try {
    const load = startLoad(
      server.app.url,
      server.links.map((link) => link.code),
      8,
    );
    await load.flowing();
    for (const part of ["worker", "web", "postgres"] as const) {
      server.app.kill(part);
      await sleep(200);
      await load.flowing();
    }
    const seen = await load.stop();
    await untilDrained(server);
    const { problems, lost, promised } = await checkPromise(server.db, seen);
    expect(problems).toEqual([]);
    expect(lost).toBe(0);
    expect(promised).toBeGreaterThan(700);
  } finally {
    await server.stop();
  }
});
