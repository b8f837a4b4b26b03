import { parseArgs } from "node:util";
import { isDay } from "~/kernel/period";
import type { Reattributed } from "~/modules/tracking/commands/reattribute-orders.server";
import { acquireDatabase } from "./lib/database.mjs";

const USAGE = `Usage: npm run reattribute -- --since YYYY-MM-DD [--dry-run] [--reason TEXT]

Works out anew who is credited with the orders placed since that day (UTC), from everything that was reported of them,
and prints what changed. People's decisions hold. Each change is a line in the order's ledger with the reason.
  --dry-run   only print what would change`;

type Options = { since: Date; dryRun: boolean; reason: string };

function readOptions(): Options | null {
  try {
    const { values } = parseArgs({
      options: {
        since: { type: "string" },
        "dry-run": { type: "boolean", default: false },
        reason: { type: "string", default: "" },
      },
    });
    if (!values.since || !isDay(values.since)) return null;
    const since = new Date(`${values.since}T00:00:00Z`);
    return { since, dryRun: values["dry-run"], reason: values.reason.trim().slice(0, 300) };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return null;
  }
}

type Side = Reattributed["after"];

/** Who is credited, how much: claims by their id, shares in percent. */
function sideText(side: Side | null): string {
  if (!side || side.credits.length === 0) return "nobody";
  const credits = side.credits.map(({ claimId, share }) => `${claimId} ${share / 10_000} %`);
  return `${credits.join(", ")}, commission ${side.commissionRupiah}`;
}

async function run(options: Options): Promise<number> {
  // The settings are read at first use: not before the database's address is known.
  const [{ systemContext }, { reattributeOrders }] = await Promise.all([
    import("~/modules/identity/context.server"),
    import("~/modules/tracking/commands/reattribute-orders.server"),
  ]);
  const { orders, changed } = await reattributeOrders(systemContext("reattribute"), {
    ...options,
    tell: ({ orderId, before, after }) => {
      console.log(`${orderId}: ${sideText(before)} -> ${sideText(after)}`);
    },
  });
  const verb = options.dryRun ? "would change" : "changed";
  console.log(`${orders} orders worked out, ${changed} ${verb}.`);
  return 0;
}

async function main(): Promise<number> {
  const options = readOptions();
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  const database = await acquireDatabase();
  try {
    return await run(options);
  } finally {
    const { disconnectDb } = await import("~/platform/db.server");
    await disconnectDb();
    await database.release();
  }
}

process.exitCode = await main();
