import { z } from "zod";
import { BYTE_ORDER_MARK, type CsvCell, csvLine } from "~/kernel/csv";
import { addDays, type Day, parseDay } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import { Prisma } from "~/platform/db.server";
import { textStream } from "~/platform/http/text-stream.server";
import { CLICK_STEPS } from "../click";
import { EASTERNMOST_HOURS } from "../internal/kept-clicks.server";
import { ROLLUP_LEVELS, type RollupLevel } from "../internal/link-facts.server";
import { runOf } from "../internal/reclassification-run.server";
import { reasonOf } from "../reasons";

/** What a line of a run's account is about; traits are told by all clicks (raw) and by people's. */
export const ACCOUNT_SUBJECTS = ["arrivals", "steps", "visitors", "traitRaw", "traitHuman"] as const;
export type AccountSubject = (typeof ACCOUNT_SUBJECTS)[number];

/** A figure of a level, an entity and a local day that a run changed. */
export type AccountRow = {
  day: Day;
  level: RollupLevel;
  id: string;
  name: string;
  subject: AccountSubject;
  /** Which shop a step led to, which trait. */
  of: string;
  /** Verdict and reason, of clicks. */
  from: string;
  to: string;
  /** Of visitors: they are no sum, so that a change would not tell them. */
  before: number | null;
  after: number | null;
  change: number;
};

export const ACCOUNT_COLUMNS = [
  "day",
  "level",
  "id",
  "name",
  "subject",
  "of",
  "from",
  "to",
  "before",
  "after",
  "change",
] as const satisfies readonly (keyof AccountRow)[];
export type AccountColumn = (typeof ACCOUNT_COLUMNS)[number];

const HOUR_MS = 3_600_000;

/** The entities that a link `l` counts for. */
const ENTITIES = Prisma.sql`CROSS JOIN LATERAL (VALUES ('NATION', '00000000-0000-0000-0000-000000000000'::uuid),
  ('REGION', l.region_id), ('INSTITUTION', l.institution_id), ('PRODUCT', l.product_id), ('CAMPAIGN', l.campaign_id),
  ('CREATOR', l.creator_id), ('CLAIM', l.claim_id), ('LINK', l.id)) AS e(level, id)`;
const LOCAL_DAY = Prisma.sql`to_char(c.hour AT TIME ZONE i.time_zone, 'YYYY-MM-DD')`;

const count = z.bigint().transform(Number);
const level = z.enum(ROLLUP_LEVELS);
const dayRows = z.array(z.object({ day: z.string() }));
const nameRows = z.array(z.object({ key: z.string(), name: z.string() }));
const clickRows = z.array(
  z.object({
    ...{ level, id: z.string(), step: z.number(), clicks: count },
    ...{ from: z.string(), from_reason: z.number(), to: z.string(), to_reason: z.number() },
  }),
);
const visitorRows = z.array(z.object({ level, id: z.string(), before: count, after: count }));
const traitRows = z.array(
  z.object({ level, id: z.string(), dimension: z.string(), value: z.string(), raw: count, human: count }),
);

/**
 * All that a run changed, a local day at a time: clicks by judgement, unique visitors, traits, at the levels asked for.
 * A figure of before is today's less `change`, for this run and those after it.
 * @throws AppError `forbidden`, `not_found`
 */
export async function* reclassificationRows(
  ctx: Ctx,
  input: { runId: string; levels?: readonly RollupLevel[] },
): AsyncGenerator<AccountRow[], undefined> {
  ctx.authorize("report.nation");
  await runOf(ctx, input.runId);
  const levels = input.levels ?? ROLLUP_LEVELS;
  const names = await namesOf(ctx, input.runId);
  for (const day of await daysOf(ctx, input.runId)) {
    const asked = { runId: input.runId, day, levels };
    const parts = [await clicksOf(ctx, asked), await visitorsOf(ctx, asked), await traitsOf(ctx, asked)];
    yield parts
      .flat()
      .map((row) => ({ ...row, day, name: names.get(`${row.level} ${row.id}`) ?? "" }))
      .sort(
        (a, b) =>
          ROLLUP_LEVELS.indexOf(b.level) - ROLLUP_LEVELS.indexOf(a.level) ||
          (a.id < b.id ? -1 : Number(a.id > b.id)),
      );
  }
}

export type AccountWords = {
  column: (name: AccountColumn) => string;
  /** What stands in place of a row's codes. */
  cells: (row: AccountRow) => Partial<Record<AccountColumn, string>>;
};

type CsvInput = { runId: string; words: AccountWords };

/**
 * The rows as CSV (UTF-8 with a byte order mark, CRLF).
 * @throws AppError `forbidden`, `not_found`, before the first byte
 */
export async function reclassificationCsv(ctx: Ctx, input: CsvInput): Promise<ReadableStream<Uint8Array>> {
  ctx.authorize("report.nation");
  await runOf(ctx, input.runId);
  return textStream(reclassificationCsvText(ctx, input));
}

/** The same a piece at a time. @throws AppError `forbidden`, `not_found` */
export async function* reclassificationCsvText(
  ctx: Ctx,
  { runId, words }: CsvInput,
): AsyncGenerator<string, undefined> {
  yield BYTE_ORDER_MARK + csvLine(ACCOUNT_COLUMNS.map(words.column));
  for await (const rows of reclassificationRows(ctx, { runId })) {
    yield rows.map((row) => csvLine(cellsOf(row, words.cells(row)))).join("");
  }
  return undefined;
}

const cellsOf = (row: AccountRow, told: Partial<Record<AccountColumn, string>>): CsvCell[] =>
  ACCOUNT_COLUMNS.map((column) => told[column] ?? row[column]);

async function daysOf(ctx: Ctx, runId: string): Promise<Day[]> {
  const found = await ctx.db.$queryRaw(Prisma.sql`
    SELECT ${LOCAL_DAY} AS day FROM reclassification_change c
      JOIN referral_link l ON l.id = c.link_id JOIN institution i ON i.id = l.institution_id
    WHERE c.reclassification_id = ${runId}::uuid
    UNION SELECT to_char(day, 'YYYY-MM-DD') FROM reclassification_visitors WHERE reclassification_id = ${runId}::uuid
    ORDER BY 1`);
  return dayRows.parse(found).map(({ day }) => day);
}

async function namesOf(ctx: Ctx, runId: string): Promise<Map<string, string>> {
  const found = await ctx.db.$queryRaw(Prisma.sql`
    SELECT DISTINCT n.level || ' ' || n.id AS key, n.name
    FROM (SELECT DISTINCT link_id FROM reclassification_change WHERE reclassification_id = ${runId}::uuid) c
      JOIN referral_link l ON l.id = c.link_id JOIN region r ON r.id = l.region_id
      JOIN institution i ON i.id = l.institution_id JOIN product d ON d.id = l.product_id
      JOIN campaign k ON k.id = l.campaign_id JOIN creator p ON p.id = l.creator_id
      CROSS JOIN LATERAL (VALUES ('REGION', l.region_id, r.name), ('INSTITUTION', l.institution_id, i.name),
        ('PRODUCT', l.product_id, d.name), ('CAMPAIGN', l.campaign_id, k.title),
        ('CREATOR', l.creator_id, p.display_name), ('CLAIM', l.claim_id, k.title || ' · ' || p.display_name),
        ('LINK', l.id, l.code)) AS n(level, id, name)`);
  return new Map(nameRows.parse(found).map(({ key, name }) => [key, name]));
}

type Asked = { runId: string; day: Day; levels: readonly RollupLevel[] };
type Found = Omit<AccountRow, "day" | "name">;

const NO_CLICKS = { from: "", to: "" };
const NO_VISITORS = { before: null, after: null };

async function clicksOf(ctx: Ctx, { runId, day, levels }: Asked): Promise<Found[]> {
  const from = new Date(parseDay(day).getTime() - EASTERNMOST_HOURS * HOUR_MS);
  const found = await ctx.db.$queryRaw(Prisma.sql`
    SELECT e.level, e.id::text AS id, c.step, c.from_verdict::text AS "from", c.from_reason,
      c.to_verdict::text AS "to", c.to_reason, sum(c.clicks)::bigint AS clicks
    FROM reclassification_change c JOIN referral_link l ON l.id = c.link_id
      JOIN institution i ON i.id = l.institution_id ${ENTITIES}
    WHERE c.reclassification_id = ${runId}::uuid AND c.hour >= ${from} AND c.hour < ${parseDay(addDays(day, 1))}
      AND ${LOCAL_DAY} = ${day} AND e.level = ANY(${levels}::text[])
    GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 3, 8 DESC, 4, 5, 6, 7`);
  return clickRows.parse(found).map((row) => ({
    ...{ level: row.level, id: row.id, ...NO_VISITORS, change: row.clicks },
    ...{
      subject: row.step === 0 ? "arrivals" : "steps",
      of: row.step === 0 ? "" : (CLICK_STEPS[row.step] ?? ""),
    },
    from: `${row.from} ${reasonOf(row.from_reason)}`,
    to: `${row.to} ${reasonOf(row.to_reason)}`,
  }));
}

async function visitorsOf(ctx: Ctx, { runId, day, levels }: Asked): Promise<Found[]> {
  const found = await ctx.db.$queryRaw(Prisma.sql`
    SELECT level::text AS level, entity_id::text AS id, before, after FROM reclassification_visitors
    WHERE reclassification_id = ${runId}::uuid AND day = ${day}::date AND level::text = ANY(${levels}::text[])`);
  return visitorRows.parse(found).map((row) => ({
    ...{ ...row, ...NO_CLICKS, subject: "visitors", of: "", change: row.after - row.before },
  }));
}

async function traitsOf(ctx: Ctx, { runId, day, levels }: Asked): Promise<Found[]> {
  const found = await ctx.db.$queryRaw(Prisma.sql`
    SELECT e.level, e.id::text AS id, t.dimension, t.value, sum(t.raw)::bigint AS raw, sum(t.human)::bigint AS human
    FROM reclassification_trait t JOIN referral_link l ON l.id = t.link_id ${ENTITIES}
    WHERE t.reclassification_id = ${runId}::uuid AND t.day = ${day}::date AND e.level = ANY(${levels}::text[])
    GROUP BY 1, 2, 3, 4 ORDER BY 3, 4`);
  return traitRows.parse(found).flatMap((row): Found[] => {
    const trait = {
      level: row.level,
      id: row.id,
      of: `${row.dimension} ${row.value}`,
      ...NO_CLICKS,
      ...NO_VISITORS,
    };
    return [
      ...(row.raw === 0 ? [] : [{ ...trait, subject: "traitRaw" as const, change: row.raw }]),
      ...(row.human === 0 ? [] : [{ ...trait, subject: "traitHuman" as const, change: row.human }]),
    ];
  });
}
