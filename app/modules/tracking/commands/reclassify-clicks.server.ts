import { newId } from "~/kernel/id";
import type { Day } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import { type ChangedClick, changeVerdicts } from "../internal/change-verdicts.server";
import { rebuildUniques } from "../internal/rebuild-uniques.server";
import { Rejudge } from "../internal/rejudge";
import { storedClicks } from "../internal/stored-clicks.server";
import { WINDOW_MINUTES } from "../repeats";
import { VERDICT_RULES_VERSION } from "../verdict";

export type ReclassifyInput = {
  since: Date;
  /** At most up to the window that is open now: what belongs to it is judged as it comes. */
  until?: Date;
  reason?: string;
  /** Only says what would change. */
  dryRun?: boolean;
  onProgress?: (progress: { read: number; changed: number; at: Date }) => void;
};

export type Reclassified = {
  /** Null for a dry run. */
  runId: string | null;
  read: number;
  changed: number;
  /** "HUMAN ua:browser -> BOT ua:robot", how many. */
  changes: Record<string, number>;
  rebuiltDays: Day[];
};

const WINDOW_MS = WINDOW_MINUTES * 60_000;
const startOfWindow = (at: Date) => Math.floor(at.getTime() / WINDOW_MS) * WINDOW_MS;

/**
 * Judges stored clicks by the rules of today and brings every figure made from them into line. What was changed, by
 * which run, from what to what, is kept by link and hour: the figure of before is today's less those changes. May run
 * while clicks come in, may be broken off and run again: what is right already is left alone.
 *
 * Only the command line runs it; the actor is the system.
 */
export async function reclassifyClicks(ctx: Ctx, input: ReclassifyInput): Promise<Reclassified> {
  const now = ctx.clock.now();
  // Whole windows, so that the first click of each is known.
  const from = startOfWindow(input.since);
  const until = new Date(startOfWindow(input.until && input.until < now ? input.until : now));
  const runId = input.dryRun ? null : await openRun(ctx, new Date(from), until, input.reason ?? "");
  const rejudge = new Rejudge();
  const result: Reclassified = { runId, read: 0, changed: 0, changes: {}, rebuiltDays: [] };
  const days = new Set<Day>();
  for await (const clicks of storedClicks(from, until.getTime())) {
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
    if (runId === null) result.changed += changes.length;
    else if (changes.length > 0) {
      const done = await changeVerdicts(runId, changes);
      result.changed += done.changed;
      for (const day of done.days) days.add(day);
    }
    input.onProgress?.({
      read: result.read,
      changed: result.changed,
      at: new Date(clicks.at(-1)?.at ?? from),
    });
  }
  for (const day of [...days].sort()) await rebuildUniques(ctx, day, now.toISOString().slice(0, 10));
  result.rebuiltDays = [...days].sort();
  if (runId) await closeRun(ctx, runId, result);
  return result;
}

async function openRun(ctx: Ctx, since: Date, until: Date, reason: string): Promise<string> {
  const id = newId();
  await ctx.db.reclassification.create({
    data: { id, since, until, rulesVersion: VERDICT_RULES_VERSION, startedAt: ctx.clock.now(), reason },
  });
  return id;
}

async function closeRun(ctx: Ctx, id: string, { read, changed }: Reclassified): Promise<void> {
  await ctx.db.reclassification.update({
    where: { id },
    data: { finishedAt: ctx.clock.now(), read, changed },
  });
}
