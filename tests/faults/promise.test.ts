import { expect, it } from "vitest";
import { hasRedis, startRedis, type TestRedis } from "../setup/redis";
import { startRedisCluster } from "../setup/redis-cluster";
import { startTrackedServer, untilDrained } from "../setup/tracked-server";
import { BLOWS, type Blow } from "./blows";
import { checkPromise } from "./check";
import { startLoad } from "./load";

/** The short form of `npm run faults`, for every run of the tests. */
async function survives(blows: readonly Blow[], redis?: TestRedis): Promise<void> {
  const env = { LOG_LEVEL: "warn", ...(redis ? { REDIS_URL: redis.url } : {}) };
  const server = await startTrackedServer({ env, links: 2 });
  try {
    const codes = server.links.map((link) => link.code);
    const load = startLoad(server.app.url, codes, 8);
    await load.flowing();
    for (const blow of blows) await BLOWS[blow]({ app: server.app, load, ...(redis ? { redis } : {}) });
    const seen = await load.stop();
    await untilDrained(server);
    const { problems, lost, promised } = await checkPromise(server.db, seen);
    expect(problems).toEqual([]);
    expect(lost).toBe(0);
    expect(promised).toBeGreaterThan(700);
  } finally {
    await server.stop();
  }
}

it("a 302 is a promise: kill -9 of worker, web and PostgreSQL lose and double nothing", () =>
  survives(["worker killed", "web killed", "postgres killed", "database away"]));

it.skipIf(!hasRedis)("nor does a Redis that dies or forgets everything", async () => {
  const redis = await startRedis("everysec");
  try {
    await survives(["redis away", "redis wiped"], redis);
  } finally {
    await redis.stop();
  }
});

it.skipIf(!hasRedis)(
  "nor does a Redis Cluster whose master dies under load, or that forgets everything",
  async () => {
    const redis = await startRedisCluster();
    try {
      await survives(["redis away", "redis wiped"], redis);
    } finally {
      await redis.stop();
    }
  },
);
