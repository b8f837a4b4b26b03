import { startOfHour } from "~/kernel/time";
import { firstIdAt, timeOfId } from "~/modules/tracking/click";
import type { Ctx } from "~/platform/context.server";
import { announceCases } from "../internal/announce-cases.server";
import { moveCursor, readCursor } from "../internal/cursor.server";
import { type Filed, fileSignals } from "../internal/file-signals.server";
import { followCases } from "../internal/follow-cases.server";
import { judgeClaims, judgeOrders } from "../internal/judge-orders.server";
import { readBusyLinks, readMake } from "../internal/read-traffic.server";
import type { Signal } from "../signals";
import { HOUR_MS } from "../thresholds";
import { judgeHour, judgeMake, LEAST_MAKE } from "../traffic-rules";

/** Clicks may be counted late: hours that were looked at are looked at again this long. */
const LATE_HOURS = 3;
/** The first time, and after a long rest, only as far back as visitors can be told apart. */
const MOST_HOURS = 48;
/** Hours of links whose single clicks are read in one run, the busiest first: some milliseconds each. */
const MOST_MAKES = 2_000;
/** Ids are given before they are committed: the last minutes are read again. */
const OVERLAP_MS = 10 * 60_000;
const BATCH = 500;
/** Batches after which the claims of their orders are judged and the cursor moves: 10,000 lines. */
const STRETCH = 20;

/**
 * Looks for what is unusual in the hours and orders that are new since the last time, and files it. Running it twice,
 * or twice at once, adds nothing.
 */
export async function detectFraud(ctx: Ctx): Promise<Filed> {
  ctx.authorize("fraud.decide");
  const sum = await detectInTraffic(ctx);
  add(sum, await detectInOrders(ctx));
  await announceCases(ctx);
  if (sum.signals > 0) ctx.log.info(sum, "unusual traffic or orders were found");
  return sum;
}

async function detectInTraffic(ctx: Ctx): Promise<Filed> {
  // The hour that is going on is judged when it is over.
  const until = startOfHour(ctx.clock.now());
  const cursor = await readCursor(ctx, "traffic");
  const oldest = until.getTime() - MOST_HOURS * HOUR_MS;
  const seen = cursor === null ? oldest : new Date(cursor).getTime() - LATE_HOURS * HOUR_MS;
  const links = await readBusyLinks(ctx, new Date(Math.max(seen, oldest)), until);
  const signals: Signal[] = [];
  const busy = links.flatMap((traffic) => traffic.busy.map((each) => ({ traffic, ...each })));
  for (const { traffic, hour } of busy) signals.push(...judgeHour(traffic, hour));
  const telling = busy.filter(({ clicks }) => clicks >= LEAST_MAKE).sort((a, b) => b.clicks - a.clicks);
  for (const { traffic, hour } of telling.slice(0, MOST_MAKES)) {
    const make = await readMake(ctx, traffic.no, hour);
    if (make) signals.push(...judgeMake(traffic.link, hour, make));
  }
  if (telling.length > MOST_MAKES) {
    ctx.log.warn({ hours: telling.length, read: MOST_MAKES }, "not all busy hours' clicks were looked at");
  }
  const filed = await fileSignals(ctx, signals);
  await moveCursor(ctx, "traffic", until.toISOString());
  return filed;
}

async function detectInOrders(ctx: Ctx): Promise<Filed> {
  const sum = nothing();
  const cursor = await readCursor(ctx, "orders");
  let last: string | null =
    cursor === null ? firstIdAt(0) : firstIdAt(Math.max(0, timeOfId(cursor) - OVERLAP_MS));
  while (last !== null) last = await detectInStretch(ctx, last, sum);
  return sum;
}

/**
 * Judges the orders whose ledger grew after this line: each by itself, then what their claims' orders show together.
 * Only when all of it is filed the cursor moves: a worker that dies in between begins the stretch again.
 * @returns the last line of the stretch; null: there was none
 */
async function detectInStretch(ctx: Ctx, from: string, sum: Filed): Promise<string | null> {
  const ids = new Set<string>();
  const claims = new Set<string>();
  let last = from;
  for (let batch = 0; batch < STRETCH; batch += 1) {
    const lines = await ctx.db.conversionLine.findMany({
      where: { id: { gt: last } },
      select: { id: true, conversionId: true },
      orderBy: { id: "asc" },
      take: BATCH,
    });
    const newest = lines.at(-1);
    if (!newest) break;
    const conversionIds = [...new Set(lines.map((line) => line.conversionId))];
    const { signals, claimIds } = await judgeOrders(ctx, conversionIds);
    add(sum, await fileSignals(ctx, signals));
    for (const id of conversionIds) ids.add(id);
    for (const claimId of claimIds) claims.add(claimId);
    last = newest.id;
  }
  if (last === from) return null;
  add(sum, await fileSignals(ctx, await judgeClaims(ctx, [...claims])));
  add(sum, await followCases(ctx, { claimIds: [...claims], conversionIds: [...ids] }));
  await moveCursor(ctx, "orders", last);
  return last;
}

const nothing = (): Filed => ({ signals: 0, cases: 0, held: 0 });

function add(sum: Filed, more: Filed): void {
  sum.signals += more.signals;
  sum.cases += more.cases;
  sum.held += more.held;
}
