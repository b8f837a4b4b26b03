import { newId } from "~/kernel/id";
import type { Day } from "~/kernel/time";
import { withBulk } from "~/platform/bulk.server";
import type { Ctx } from "~/platform/context.server";
import { type ChangedClick, changeVerdicts } from "../internal/change-verdicts.server";
import { keptSince, startOfWholeDays } from "../internal/kept-clicks.server";
import { type Recounted, recountDueDays } from "../internal/rebuild-uniques.server";
import { Rejudge } from "../internal/rejudge";
import { storedClicks } from "../internal/stored-clicks.server";
import { WINDOW_MINUTES } from "../repeats";
import { VERDICT_RULES_VERSION } from "../verdict";

export type ReclassifyInput = {
  since: Date;
  /** At most up to the window that is open now: what belongs to it is judged as it comes. */
  until?: Date;
  reason?: string;
  /** Who runs it. */
  by?: string;
  /** Only says what would change. */
  dryRun?: boolean;
  onProgress?: (progress: { read: number; changed: number; at: Date }) => void;
};

export type Reclassified = {
  /** Null for a dry run. */
  runId: string | null;
  /** From when clicks were judged: later than asked where clicks of before are not all kept. */
  since: Date;
  isCut: boolean;
  read: number;
  changed: number;
  /** "HUMAN ua:browser -> BOT ua:robot", how many. */
  changes: Record<string, number>;
  /** Local days whose unique visitors were counted anew, also for runs that were broken off before they did. */
  rebuiltDays: Day[];
  /** Days whose unique visitors stay as they were, because clicks of theirs are past retention. */
  leftDays: Day[];
};

const WINDOW_MS = WINDOW_MINUTES * 60_000;
const startOfWindow = (ms: number) => Math.floor(ms / WINDOW_MS) * WINDOW_MS;

/**
 * Judges stored clicks by the rules of today and brings every figure made from them into line. What was changed, by
 * which run, from what to what, is kept (see `queries/reclassification-rows`). May run while clicks come in, may be
 * broken off and run again: what is right already is left alone, and days that a run left due are counted by the next.
 *
 * Only the command line runs it; the actor is the system.
 */
export async function reclassifyClicks(ctx: Ctx, input: ReclassifyInput): Promise<Reclassified> {
  const now = ctx.clock.now();
  const since = await earliest(input.since);
  const isCut = since > input.since.getTime();
  const until = startOfWindow((input.until && input.until < now ? input.until : now).getTime());
  const result: Reclassified = {
    runId: null,
    since: new Date(since),
    ...{ isCut, read: 0, changed: 0, changes: {}, rebuiltDays: [], leftDays: [] },
  };
  if (!input.dryRun) {
    note(result, await recountDueDays(ctx));
    result.runId = await openRun(ctx, input, result.since, new Date(until));
  }
  await judgeAll(result, until, input.onProgress);
  if (result.runId) {
    note(result, await recountDueDays(ctx));
    await closeRun(ctx, result.runId, result);
  }
  return result;
}

/** Whole windows, so that the first click of each is known; and whole days, so that their visitors can be counted. */
async function earliest(asked: Date): Promise<number> {
  const since = await withBulk(keptSince);
  const from = startOfWindow(asked.getTime());
  return since === null ? from : Math.max(from, startOfWholeDays(since));
}

function note(result: Reclassified, { counted, left }: Recounted): void {
  result.rebuiltDays = [...new Set([...result.rebuiltDays, ...counted])].sort();
  result.leftDays = [...new Set([...result.leftDays, ...left])].sort();
}

async function judgeAll(
  result: Reclassified,
  until: number,
  tell: ReclassifyInput["onProgress"],
): Promise<void> {
  const rejudge = new Rejudge();
  for await (const clicks of storedClicks(result.since.getTime(), until)) {
    const changes = clicks.flatMap((click): ChangedClick[] => {
      const judgement = rejudge.judge(click);
      const same =
        judgement.verdict === click.judgement.verdict && judgement.reason === click.judgement.reason;
      return same ? [] : [{ click, now: judgement }];
    });
    result.read += clicks.length;
    for (const { click, now: after } of changes) {
      const name = `${click.judgement.verdict} ${click.judgement.reason} -> ${after.verdict} ${after.reason}`;
      result.changes[name] = (result.changes[name] ?? 0) + 1;
    }
    if (result.runId === null) result.changed += changes.length;
    else if (changes.length > 0) result.changed += await changeVerdicts(result.runId, changes);
    const at = new Date(clicks.at(-1)?.at ?? until);
    tell?.({ read: result.read, changed: result.changed, at });
  }
}

async function openRun(ctx: Ctx, input: ReclassifyInput, since: Date, until: Date): Promise<string> {
  const id = newId();
  const { reason = "", by: runBy = "" } = input;
  await ctx.db.reclassification.create({
    data: {
      id,
      since,
      until,
      rulesVersion: VERDICT_RULES_VERSION,
      startedAt: ctx.clock.now(),
      reason,
      runBy,
    },
  });
  return id;
}

async function closeRun(ctx: Ctx, id: string, { read, changed }: Reclassified): Promise<void> {
  await ctx.db.reclassification.update({
    where: { id },
    data: { finishedAt: ctx.clock.now(), read, changed },
  });
}
