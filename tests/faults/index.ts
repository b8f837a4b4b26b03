import { setTimeout as sleep } from "node:timers/promises";
import { ensureBuilt } from "../../scripts/lib/prepare.mjs";
import { hasRedis, startRedis } from "../setup/redis";
import { startTrackedServer, untilDrained } from "../setup/tracked-server";
import { checkPromise } from "./check";
import { startLoad } from "./load";

/** Under load, one after the other, each twice: the second time soon after the first recovery. */
const KILLS = ["worker", "web", "postgres", "worker", "web", "postgres"] as const;

async function trial(backend: "postgres" | "redis", env: Record<string, string>): Promise<boolean> {
  const say = (text: string) => console.error(`[${backend}] ${text}`);
  const server = await startTrackedServer({ env: { ...env, LOG_LEVEL: "warn" }, links: 3, onEvent: say });
  try {
    const codes = server.links.map((link) => link.code);
    const load = startLoad(server.app.url, codes);
    await load.flowing(2_000);
    for (const part of KILLS) {
      const { pid, kill } = server.app;
      say(`kill -9 ${part} (process ${pid(part)}), ${load.seen.promised.size} clicks promised so far`);
      kill(part);
      await sleep(500);
      await load.flowing(2_000);
    }
    const seen = await load.stop();
    say("the load has stopped; the worker drains");
    await untilDrained(server);
    const { problems, ...figures } = await checkPromise(server.db, seen);
    const { uncounted, unanswered } = seen;
    console.log(JSON.stringify({ name: "faults", backend, ...figures, uncounted, unanswered, problems }));
    if (problems.length > 0) say(server.app.log("worker", 5));
    return problems.length === 0;
  } finally {
    await server.stop();
  }
}

/** `npm run faults` tries each queue that this machine has; `-- postgres` or `-- redis` only that one. */
const wanted = process.argv[2];
await ensureBuilt((text: string) => console.error(`build: ${text}`));
let sound = true;
if (wanted !== "redis") sound = await trial("postgres", {});
if (wanted !== "postgres" && hasRedis) {
  const redis = await startRedis("always");
  sound = (await trial("redis", { REDIS_URL: redis.url })) && sound;
  await redis.stop();
} else if (!hasRedis) console.error("redis-server is not installed: the Redis queue was not tried.");
process.exit(sound ? 0 : 1);
