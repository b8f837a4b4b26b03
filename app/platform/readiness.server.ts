import { readdir } from "node:fs/promises";
import path from "node:path";
import type { Db } from "./db.server";
import type { JobQueue } from "./queue.server";

export type Readiness = {
  ready: boolean;
  checks: Record<"database" | "queue" | "migrations" | "spool", "ok" | string>;
};

const CHECK_TIMEOUT_MS = 2_000;

/** Names of the migrations that this release brings. */
export async function shippedMigrations(): Promise<string[]> {
  const names = await readdir(path.resolve("prisma/migrations"));
  return names.filter((name) => /^\d{14}_/.test(name)).sort();
}

async function check(work: Promise<string>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${CHECK_TIMEOUT_MS} ms`), CHECK_TIMEOUT_MS);
  });
  try {
    return await Promise.race([
      work.catch((error: unknown) => (error as Error).message.split("\n").at(-1) ?? "failed"),
      late,
    ]);
  } finally {
    clearTimeout(timer);
  }
}

async function migrationsState(db: Db): Promise<string> {
  const [shipped, applied] = await Promise.all([
    shippedMigrations(),
    db.$queryRaw<{ migration_name: string }[]>`
      SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  ]);
  const names = new Set(applied.map((row) => row.migration_name));
  const pending = shipped.filter((name) => !names.has(name));
  return pending.length === 0 ? "ok" : `pending: ${pending.join(", ")}`;
}

/**
 * Whether this process should be given requests: it can lay clicks down and no migration is known to be missing.
 * A database or queue that is away is shown and does not make it unready: links go on being answered from memory, and
 * no other process would be better off.
 * @param trouble why the spool takes no clicks, or null
 */
export async function readiness(db: Db, queue: JobQueue, trouble: string | null): Promise<Readiness> {
  const [database, queueState, migrations] = await Promise.all([
    check(db.$queryRaw`SELECT 1`.then(() => "ok")),
    check(queue.getJobCounts("waiting").then(() => "ok")),
    check(migrationsState(db)),
  ]);
  const spool = trouble ?? "ok";
  const ready = spool === "ok" && (migrations === "ok" || database !== "ok");
  return { ready, checks: { database, queue: queueState, migrations, spool } };
}
