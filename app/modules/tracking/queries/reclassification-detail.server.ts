import { z } from "zod";
import { decodeCursor, toPage } from "~/kernel/keyset";
import { type Day, parseDay } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import { Prisma } from "~/platform/db.server";
import { EASTERNMOST_HOURS } from "../internal/kept-clicks.server";
import { type Run, runOf } from "../internal/reclassification-run.server";
import { type Reason, reasonOf } from "../reasons";
import { VERDICTS, type Verdict } from "../verdict";

/** Clicks that went from one judgement to another. */
export type JudgementMove = {
  from: Verdict;
  fromReason: Reason;
  to: Verdict;
  toReason: Reason;
  arrivals: number;
  steps: number;
};

type BeforeAfter = { before: number; after: number };

/** What a run did to a local day of the whole country. */
export type RecountedDay = {
  day: Day;
  /** Arrivals that were given another judgement. */
  arrivals: number;
  steps: number;
  /** Clicks by people: today's figure less what later runs changed, and less what this one did. */
  people: BeforeAfter;
  /** Null where the nation's figure did not change. */
  visitors: BeforeAfter | null;
  /** Null where nobody became a person or ceased to be one. */
  state: "DUE" | "COUNTED" | "LEFT" | null;
};

export type ReclassificationDetail = {
  run: Run;
  moves: JudgementMove[];
  days: RecountedDay[];
  /** The cursor of the days after these. */
  next: string | null;
};

const PAGE = 31;
const HOUR_MS = 3_600_000;
/** The day of a row `c` or `h` in its link's institution `i`. */
const localDay = (column: string) => Prisma.raw(`to_char(${column} AT TIME ZONE i.time_zone, 'YYYY-MM-DD')`);

const count = z.bigint().transform(Number);
const moveRows = z.array(
  z.object({
    from: z.enum(VERDICTS),
    fromReason: z.number().transform(reasonOf),
    to: z.enum(VERDICTS),
    toReason: z.number().transform(reasonOf),
    arrivals: count,
    steps: count,
  }),
);
const dayRows = z.array(z.object({ day: z.string(), arrivals: count, steps: count, people: count }));
const figureRows = z.array(z.object({ day: z.string(), people: count }));

/**
 * What a run made of which clicks, and day by day what people and unique visitors were before and after it.
 * @throws AppError `forbidden`, `not_found`
 */
export async function reclassificationDetail(
  ctx: Ctx,
  input: { runId: string; cursor?: string | null },
): Promise<ReclassificationDetail> {
  ctx.authorize("report.nation");
  const run = await runOf(ctx, input.runId);
  const moves = await movesOf(ctx, run.id);
  const changed = toPage(await changedDays(ctx, run.id, input.cursor), PAGE, ({ day }) => [null, day]);
  const days = changed.rows.map(({ day }) => day);
  const [now, later, visitors, states] = await Promise.all([
    peopleNow(ctx, days),
    peopleLater(ctx, run.id, days),
    visitorsOf(ctx, run.id, days),
    statesOf(ctx, run.id, days),
  ]);
  return {
    run,
    moves,
    days: changed.rows.map(({ people, ...row }) => {
      const after = (now.get(row.day) ?? 0) - (later.get(row.day) ?? 0);
      return {
        ...row,
        people: { before: after - people, after },
        visitors: visitors.get(row.day) ?? null,
        state: states.get(row.day) ?? null,
      };
    }),
    next: changed.next,
  };
}

async function movesOf(ctx: Ctx, runId: string): Promise<JudgementMove[]> {
  const found = await ctx.db.$queryRaw(Prisma.sql`
    SELECT from_verdict::text AS "from", from_reason AS "fromReason", to_verdict::text AS "to",
      to_reason AS "toReason", coalesce(sum(clicks) FILTER (WHERE step = 0), 0)::bigint AS arrivals,
      coalesce(sum(clicks) FILTER (WHERE step > 0), 0)::bigint AS steps
    FROM reclassification_change WHERE reclassification_id = ${runId}::uuid
    GROUP BY 1, 2, 3, 4 ORDER BY sum(clicks) DESC, 1, 2, 3, 4`);
  return moveRows.parse(found);
}

const GAINED = Prisma.sql`(CASE WHEN c.step > 0 THEN 0
  ELSE (c.to_verdict = 'HUMAN')::int - (c.from_verdict = 'HUMAN')::int END) * c.clicks`;
const CHANGES = Prisma.sql`reclassification_change c
  JOIN referral_link l ON l.id = c.link_id JOIN institution i ON i.id = l.institution_id`;

/** The local days that a run touched, one more than a page has, with the people it gained. */
async function changedDays(ctx: Ctx, runId: string, cursor: string | null | undefined) {
  const after = decodeCursor(cursor)?.[1] ?? "";
  const found = await ctx.db.$queryRaw(Prisma.sql`
    SELECT ${localDay("c.hour")} AS day, coalesce(sum(c.clicks) FILTER (WHERE c.step = 0), 0)::bigint AS arrivals,
      coalesce(sum(c.clicks) FILTER (WHERE c.step > 0), 0)::bigint AS steps, sum(${GAINED})::bigint AS people
    FROM ${CHANGES}
    WHERE c.reclassification_id = ${runId}::uuid AND ${localDay("c.hour")} > ${after}
    GROUP BY 1 ORDER BY 1 LIMIT ${PAGE + 1}`);
  return dayRows.parse(found);
}

/** Hours that local days from the first to the last may lie in, in any zone. */
function hoursOf(days: readonly Day[]): { from: Date; until: Date } {
  const first = parseDay(days[0] ?? "1970-01-01").getTime();
  const last = parseDay(days.at(-1) ?? "1970-01-01");
  return {
    from: new Date(first - EASTERNMOST_HOURS * HOUR_MS),
    until: new Date(last.getTime() + 24 * HOUR_MS),
  };
}

async function peopleNow(ctx: Ctx, days: readonly Day[]): Promise<Map<Day, number>> {
  const { from, until } = hoursOf(days);
  return byDay(
    await ctx.db.$queryRaw(Prisma.sql`
      SELECT ${localDay("h.hour")} AS day, sum(h.human)::bigint AS people
      FROM click_hourly h JOIN referral_link l ON l.id = h.link_id JOIN institution i ON i.id = l.institution_id
      WHERE h.hour >= ${from} AND h.hour < ${until} GROUP BY 1`),
  );
}

/** What runs after this one gained. Their ids are later, because they hold the time. */
async function peopleLater(ctx: Ctx, runId: string, days: readonly Day[]): Promise<Map<Day, number>> {
  const { from, until } = hoursOf(days);
  return byDay(
    await ctx.db.$queryRaw(Prisma.sql`
      SELECT ${localDay("c.hour")} AS day, sum(${GAINED})::bigint AS people FROM ${CHANGES}
      WHERE c.reclassification_id > ${runId}::uuid AND c.hour >= ${from} AND c.hour < ${until} GROUP BY 1`),
  );
}

const byDay = (found: unknown) => new Map(figureRows.parse(found).map(({ day, people }) => [day, people]));

async function visitorsOf(ctx: Ctx, runId: string, days: readonly Day[]): Promise<Map<Day, BeforeAfter>> {
  const rows = await ctx.db.reclassificationVisitors.findMany({
    where: { reclassificationId: runId, level: "NATION", day: { in: days.map(parseDay) } },
    select: { day: true, before: true, after: true },
  });
  return new Map(
    rows.map(({ day, before, after }) => [dayOf(day), { before: Number(before), after: Number(after) }]),
  );
}

async function statesOf(ctx: Ctx, runId: string, days: readonly Day[]) {
  const rows = await ctx.db.reclassificationDay.findMany({
    where: { reclassificationId: runId, day: { in: days.map(parseDay) } },
    select: { day: true, state: true },
  });
  return new Map(rows.map(({ day, state }) => [dayOf(day), state]));
}

const dayOf = (date: Date): Day => date.toISOString().slice(0, 10);
