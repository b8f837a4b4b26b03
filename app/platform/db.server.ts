import { PrismaPg } from "@prisma/adapter-pg";
import { endBulk } from "./bulk.server";
import { env } from "./env.server";
import { Prisma, PrismaClient } from "./generated/prisma/client";

export { Prisma };
export type Db = PrismaClient;
/** What commands write with: a transaction, or the client itself where one statement is enough. */
export type Tx = Prisma.TransactionClient;

const globals = globalThis as { gaungDb?: Db };

/** A client with a pool of its own. The caller disconnects it. */
export function connectDb(url: string, poolSize: number): Db {
  const adapter = new PrismaPg({ connectionString: url, max: poolSize, application_name: "gaung" });
  return new PrismaClient({ adapter });
}

/** The process's client; it survives module reloads in development. */
export function db(): Db {
  globals.gaungDb ??= connectDb(env().DATABASE_URL, env().DATABASE_POOL);
  return globals.gaungDb;
}

/** Closes the process's pools, for the end of a process or of a test file. */
export async function disconnectDb(): Promise<void> {
  const current = globals.gaungDb;
  delete globals.gaungDb;
  await Promise.all([current?.$disconnect(), endBulk()]);
}

/** Whether the error says that a unique key is taken, and (when given) that it is the key on this column or index. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
