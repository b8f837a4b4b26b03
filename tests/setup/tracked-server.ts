import { closeSync, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import path from "node:path";
import type { Db } from "~/platform/db.server";
import type { JobQueue } from "~/platform/queue.server";
import type { TrackedLink } from "../factories/tracking";
import { type AppServer, startAppServer } from "./app-server";

export type TrackedServer = {
  app: AppServer;
  db: Db;
  /** The queue of clicks, on whichever backend the server uses. */
  clicks: JobQueue;
  links: TrackedLink[];
  stop(): Promise<void>;
};

/**
 * The built web process and worker on a durable PostgreSQL of their own, with links made by the real commands. This
 * process works on the same instance: its settings become the server's.
 */
export async function startTrackedServer(
  options: { env?: Record<string, string>; links?: number; onEvent?: (text: string) => void } = {},
): Promise<TrackedServer> {
  const { links: wanted = 1, ...rest } = options;
  const app = await startAppServer(rest);
  try {
    Object.assign(process.env, app.env);
    const [{ db, disconnectDb }, { openQueue }, { forgetEnv }] = await Promise.all([
      import("~/platform/db.server"),
      import("~/platform/queue.server"),
      import("~/platform/env.server"),
    ]);
    forgetEnv();
    const clicks = openQueue("clicks", 2);
    const links = await makeLinks(wanted);
    const stop = async () => {
      await clicks.close();
      await disconnectDb();
      await app.stop();
    };
    return { app, db: db(), clicks, links, stop };
  } catch (error) {
    await app.stop();
    throw error;
  }
}

/** Links of accepted claims, by the real commands; each with a campaign of its own. */
export async function makeLinks(count: number): Promise<TrackedLink[]> {
  const [{ aTrackedLink }, { anInfluencer }, { aPlace, clock, system }] = await Promise.all([
    import("../factories/tracking"),
    import("../factories/creators"),
    import("../integration/campaigns/world"),
  ]);
  clock.set(new Date());
  const place = await aPlace();
  const influencer = await anInfluencer(system());
  const links: TrackedLink[] = [];
  for (let index = 0; index < count; index += 1) {
    links.push(await aTrackedLink(system(), place, { influencer }));
  }
  return links;
}

/** Bytes of files with clicks that the web process has not let go of. One made full of zeros ahead holds none yet. */
export function spooledBytes(app: AppServer): number {
  const root = path.join(app.home, "spool");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" });
  let bytes = 0;
  for (const file of files) {
    if (!file.endsWith(".clicks")) continue;
    bytes += clickBytes(path.join(root, file));
  }
  return bytes;
}

function clickBytes(file: string): number {
  let handle: number;
  try {
    handle = openSync(file, "r");
  } catch (error) {
    // Counted and removed since the folder was read: nothing is left of it.
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return 0;
    throw error;
  }
  try {
    const first = Buffer.alloc(1);
    return readSync(handle, first, 0, 1, 0) === 1 && first[0] !== 0 ? fstatSync(handle).size : 0;
  } finally {
    closeSync(handle);
  }
}

/** Resolves when all that was answered is counted: nothing in the spool, no job that waits, runs or is tried again. */
export async function untilDrained(
  { app, clicks }: Pick<TrackedServer, "app" | "clicks">,
  patienceMs = 180_000,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const counts = await clicks.getJobCounts("waiting", "active", "delayed");
    const jobs = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const bytes = spooledBytes(app);
    if (jobs + bytes === 0) return;
    if (Date.now() > deadline) {
      throw new Error(`clicks were not counted: ${bytes} bytes in the spool, jobs ${JSON.stringify(counts)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** All clicks that the rollups show. */
export async function rawClicks(db: Db): Promise<number> {
  const { _sum } = await db.clickHourly.aggregate({ _sum: { raw: true } });
  return Number(_sum.raw ?? 0);
}
