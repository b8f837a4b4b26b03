import { startOfHour } from "~/kernel/time";
import { firstIdAt, timeOfId } from "~/modules/tracking/click";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { announceCases } from "../internal/announce-cases.server";
import { moveCursor, readCursor } from "../internal/cursor.server";
import { type Filed, fileSignals, holdConcerned, lockClaim } from "../internal/file-signals.server";
import { judgeClaims, judgeOrders } from "../internal/judge-orders.server";
import { readBusyLinks, readMake } from "../internal/read-traffic.server";
import type { Signal } from "../signals";
import { HOUR_MS } from "../thresholds";
import { judgeHour, judgeMake } from "../traffic-rules";

/** Clicks may be counted late: hours that were looked at are looked at again this long. */
const LATE_HOURS = 3;
/** The first time, and after a long rest, only as far back as visitors can be told apart. */
const MOST_HOURS = 48;
/** Hours of links whose single clicks are read in one run, the busiest first. */
const MOST_MAKES = 200;
/** Ids are given before they are committed: the last minutes are read again. */
const OVERLAP_MS = 10 * 60_000;
const BATCH = 500;

/**
 * Looks for what is unusual in the hours and orders that are new since the last time, and files it. Running it twice,
 * or twice at once, adds nothing.
 */
export async function detectFraud(ctx: Ctx): Promise<Filed> {
  ctx.authorize("fraud.decide");
  const traffic = await detectInTraffic(ctx);
  const orders = await detectInOrders(ctx);
  await announceCases(ctx);
  const sum = {
    signals: traffic.signals + orders.signals,
    cases: traffic.cases + orders.cases,
    held: traffic.held + orders.held,
  };
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
  const remarkable: { at: number; look: () => Promise<Signal[]> }[] = [];
  for (const traffic of links) {
    for (const hour of traffic.busy) {
      const found = judgeHour(traffic, hour);
      if (found.length === 0) continue;
      signals.push(...found);
      const clicks = traffic.hours.find((each) => each.hour.getTime() === hour.getTime())?.people ?? 0;
      const look = async () => {
        const make = await readMake(ctx, traffic.no, hour);
        return make ? judgeMake(traffic.link, hour, make) : [];
      };
      remarkable.push({ at: clicks, look });
    }
  }
  for (const { look } of remarkable.sort((a, b) => b.at - a.at).slice(0, MOST_MAKES)) {
    signals.push(...(await look()));
  }
  const filed = await fileSignals(ctx, signals);
  await moveCursor(ctx, "traffic", until.toISOString());
  return filed;
}

async function detectInOrders(ctx: Ctx): Promise<Filed> {
  const sum: Filed = { signals: 0, cases: 0, held: 0 };
  const claims = new Set<string>();
  const cursor = await readCursor(ctx, "orders");
  let last = cursor === null ? firstIdAt(0) : firstIdAt(Math.max(0, timeOfId(cursor) - OVERLAP_MS));
  for (;;) {
    const lines = await ctx.db.conversionLine.findMany({
      where: { id: { gt: last } },
      select: { id: true, conversionId: true },
      orderBy: { id: "asc" },
      take: BATCH,
    });
    const newest = lines.at(-1);
    if (!newest) break;
    const { signals, claimIds } = await judgeOrders(ctx, [
      ...new Set(lines.map((line) => line.conversionId)),
    ]);
    for (const claimId of claimIds) claims.add(claimId);
    add(sum, await fileSignals(ctx, signals));
    last = newest.id;
    await moveCursor(ctx, "orders", last);
  }
  add(sum, await fileSignals(ctx, await judgeClaims(ctx, [...claims])));
  sum.held += await followOpenCases(ctx, [...claims]);
  return sum;
}

function add(sum: Filed, more: Filed): void {
  sum.signals += more.signals;
  sum.cases += more.cases;
  sum.held += more.held;
}

/** Orders that came after their case was opened, of the same hours and codes, wait as well. */
async function followOpenCases(ctx: Ctx, claimIds: string[]): Promise<number> {
  const open = await ctx.db.fraudCase.findMany({
    where: { claimId: { in: claimIds }, status: { in: ["OPEN", "ASKED"] } },
    select: { id: true, claimId: true },
    orderBy: { claimId: "asc" },
  });
  let held = 0;
  for (const { id, claimId } of open) {
    held += await inTransaction(ctx, async (tx, inner) => {
      await lockClaim(tx, claimId);
      const still = await tx.fraudCase.count({ where: { id, status: { in: ["OPEN", "ASKED"] } } });
      return still === 0 ? 0 : holdConcerned(inner, tx, id);
    });
  }
  return held;
}
