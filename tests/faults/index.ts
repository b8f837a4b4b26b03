import { ensureBuilt } from "../../scripts/lib/prepare.mjs";
import { hasRedis, startRedis, type TestRedis } from "../setup/redis";
import { startRedisCluster } from "../setup/redis-cluster";
import { startTrackedServer, untilDrained } from "../setup/tracked-server";
import { BLOWS, type Blow } from "./blows";
import { checkPromise } from "./check";
import { startLoad } from "./load";

/** Under load, one after the other, each twice: the second time soon after the first recovery. */
const ROUND: Blow[] = ["worker killed", "web killed", "postgres killed", "database away"];
const REDIS_ROUND: Blow[] = [...ROUND, "redis away", "redis wiped"];

async function trial(backend: "postgres" | "redis" | "cluster", redis?: TestRedis): Promise<boolean> {
  const say = (text: string) => console.error(`[${backend}] ${text}`);
  const env = { LOG_LEVEL: "warn", ...(redis ? { REDIS_URL: redis.url } : {}) };
  const server = await startTrackedServer({ env, links: 3, onEvent: say });
  try {
    const codes = server.links.map((link) => link.code);
    const load = startLoad(server.app.url, codes);
    const stage = { app: server.app, load, ...(redis ? { redis } : {}) };
    await load.flowing(2_000);
    const round = redis ? REDIS_ROUND : ROUND;
    for (const blow of [...round, ...round]) {
      say(`${blow}; ${load.seen.promised.size} clicks promised so far`);
      await BLOWS[blow](stage);
    }
    const seen = await load.stop();
    say("the load has stopped; everything answered has to be counted now");
    const from = Date.now();
    await untilDrained(server, 400_000);
    const { problems, ...figures } = await checkPromise(server.db, seen);
    const { uncounted, unanswered } = seen;
    const seconds = Math.round((Date.now() - from) / 1_000);
    console.log(
      JSON.stringify({ name: "faults", backend, ...figures, uncounted, unanswered, seconds, problems }),
    );
    if (problems.length > 0) say(server.app.log("worker", 5));
    return problems.length === 0;
  } finally {
    await server.stop();
  }
}

/** `npm run faults` tries each queue that this machine has; `-- postgres`, `-- redis` or `-- cluster` only that one. */
const wanted = process.argv[2];
await ensureBuilt((text: string) => console.error(`build: ${text}`));
let sound = true;
if (wanted === undefined || wanted === "postgres") sound = await trial("postgres");
const stores = { redis: () => startRedis("everysec"), cluster: startRedisCluster } as const;
for (const backend of ["redis", "cluster"] as const) {
  if (wanted !== undefined && wanted !== backend) continue;
  if (!hasRedis) {
    console.error(`redis-server is not installed: ${backend} was not tried.`);
    continue;
  }
  const redis = await stores[backend]();
  try {
    sound = (await trial(backend, redis)) && sound;
  } finally {
    await redis.stop();
  }
}
process.exit(sound ? 0 : 1);
