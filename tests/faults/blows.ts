import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { AppServer } from "../setup/app-server";
import type { TestRedis } from "../setup/redis";
import type { startLoad } from "./load";

export type Stage = { app: AppServer; load: ReturnType<typeof startLoad>; redis?: TestRedis };

/** How long the database or the queue stays away. */
const AWAY_MS = 4_000;

/** A process is killed and comes back by itself. Visitors are answered again soon after. */
function killed(part: "web" | "worker" | "postgres") {
  return async ({ app, load }: Stage) => {
    app.kill(part);
    await sleep(500);
    await load.flowing();
  };
}

/** PostgreSQL is killed whenever it comes back. Visitors must not notice. */
async function databaseAway({ app, load }: Stage): Promise<void> {
  const end = Date.now() + AWAY_MS;
  const keptDown = async () => {
    for (; Date.now() < end; await sleep(50)) if (app.pid("postgres") > 0) app.kill("postgres");
  };
  await Promise.all([keptDown(), load.flowing(200, AWAY_MS)]);
  await untilAnswering(app.databaseUrl);
}

async function untilAnswering(connectionString: string): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(100)) {
    const client = new pg.Client({ connectionString });
    client.on("error", () => {}); // told by the query below
    try {
      await client.connect();
      await client.query("SELECT 1");
      return;
    } catch {
      // not back yet
    } finally {
      await client.end();
    }
  }
  throw new Error("PostgreSQL did not come back within a minute");
}

/** Redis is killed and stays away. Visitors must not notice. */
async function redisAway({ load, redis }: Stage): Promise<void> {
  await redis?.kill();
  await Promise.all([sleep(AWAY_MS), load.flowing(200, AWAY_MS)]);
  await redis?.start();
}

/** Everything that Redis held is gone, also what is being worked on. */
async function redisWiped({ load, redis }: Stage): Promise<void> {
  await load.flowing();
  await redis?.wipe();
  await load.flowing();
}

/** What is done to a running instance under load. Each leaves it well, or on its way there. */
export const BLOWS = {
  "worker killed": killed("worker"),
  "web killed": killed("web"),
  "postgres killed": killed("postgres"),
  "database away": databaseAway,
  "redis away": redisAway,
  "redis wiped": redisWiped,
} satisfies Record<string, (stage: Stage) => Promise<void>>;

export type Blow = keyof typeof BLOWS;
