import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ClickFact } from "~/modules/tracking/click";
import { foldClicks } from "~/modules/tracking/commands/fold-clicks.server";
import { maintainClicks } from "~/modules/tracking/commands/maintain-clicks.server";
import { reclassifyClicks } from "~/modules/tracking/commands/reclassify-clicks.server";
import { fixedClock } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { AGENTS, aClick, aTrackedLink, record } from "../../factories/tracking";
import { aPlace, system } from "../campaigns/world";
import { DOUBTED, rules } from "./doubted";
import { type Figures, forgetClicks, rawFigures, rollupFigures } from "./rollups";

vi.mock("~/modules/tracking/verdict", async (importActual) =>
  (await import("./doubted")).doubting(importActual),
);

const links: string[] = [];
beforeAll(async () => {
  const place = await aPlace();
  for (let index = 0; index < 2; index += 1) links.push((await aTrackedLink(system(), place)).linkId);
}, 120_000);

beforeEach(async () => {
  rules.doubtedIsRobot = false;
  await forgetClicks(db());
  await db().$executeRaw`TRUNCATE reclassification CASCADE`;
  await db().$executeRaw`TRUNCATE click_retention`;
});

const SINCE = new Date("2026-11-08T00:00:00Z");
const visitor = (index: number) => ({ visitorHash: index.toString(16).padStart(16, "0") });
const uniquesOf = async (level: "NATION" | "LINK") =>
  (await db().uniqueDaily.findMany({ where: { level } })).reduce((sum, row) => sum + Number(row.visitors), 0);
const reclassify = async (dryRun = false) => {
  const done = await reclassifyClicks(system(), { since: SINCE, reason: "test", dryRun });
  while ((await foldClicks(system())).more);
  return done;
};

describe("reclassifyClicks", () => {
  it("gives clicks the verdicts of today, keeps an account, and changes nothing the second time", async () => {
    const clicks = [
      aClick(links[0] ?? "", new Date("2026-11-09T03:00:00Z"), { ...visitor(1), agent: DOUBTED }),
      aClick(links[0] ?? "", new Date("2026-11-09T03:05:00Z"), { ...visitor(1), agent: DOUBTED }),
      aClick(links[0] ?? "", new Date("2026-11-09T03:06:00Z"), { agent: AGENTS.BOT }),
    ];
    await record(system(), clicks);
    rules.doubtedIsRobot = true;
    expect(await reclassify(true)).toMatchObject({ runId: null, read: 3, changed: 2 });
    expect((await db().clickHourly.findFirstOrThrow()).human).toBe(1n);

    const done = await reclassify();
    expect(done).toMatchObject({ read: 3, changed: 2, rebuiltDays: ["2026-11-09"] });
    expect(await db().clickHourly.findFirstOrThrow()).toMatchObject({
      raw: 3n,
      human: 0n,
      duplicate: 0n,
      bot: 3n,
    });
    expect(await db().uniqueDaily.count({ where: { visitors: { gt: 0 } } })).toBe(0);
    const account = await db().reclassificationChange.findMany({ orderBy: { fromVerdict: "asc" } });
    expect(
      account.map(({ fromVerdict, toVerdict, clicks: count }) => [fromVerdict, toVerdict, count]),
    ).toEqual([
      ["HUMAN", "BOT", 1n],
      ["DUPLICATE", "BOT", 1n],
    ]);
    expect(await reclassify()).toMatchObject({ read: 3, changed: 0 });
  });

  it("counts visitors anew in the next run when one is broken off before it does", async () => {
    await record(
      system(),
      [1, 2, 3].map((who) =>
        aClick(links[0] ?? "", new Date("2026-11-09T03:00:00Z"), { ...visitor(who), agent: DOUBTED }),
      ),
    );
    expect(await uniquesOf("NATION")).toBe(3);
    rules.doubtedIsRobot = true;
    const broken = reclassifyClicks(system(), {
      since: SINCE,
      onProgress: () => {
        throw new Error("killed");
      },
    });
    await expect(broken).rejects.toThrow("killed");
    expect((await db().clickHourly.findFirstOrThrow()).human).toBe(0n);
    expect(await uniquesOf("NATION")).toBe(3);

    const [first] = await db().reclassification.findMany();
    expect(await reclassify()).toMatchObject({ changed: 0, rebuiltDays: ["2026-11-09"], leftDays: [] });
    expect(await uniquesOf("NATION")).toBe(0);
    expect(await db().reclassificationDay.findMany()).toEqual([
      { reclassificationId: first?.id, day: new Date("2026-11-09"), state: "COUNTED" },
    ]);
    const nation = await db().reclassificationVisitors.findMany({ where: { level: "NATION" } });
    expect(nation).toMatchObject([{ reclassificationId: first?.id, before: 3n, after: 0n }]);
  });

  it("leaves a day as it was counted once some of its clicks are past retention, and says so", async () => {
    // The 9th begins in Jakarta on the 8th at 17:00 UTC.
    const kept = { ...system(), clock: fixedClock(retentionAfter("2026-11-09")) };
    await record(system(), [
      aClick(links[0] ?? "", new Date("2026-11-08T18:00:00Z"), visitor(1)),
      aClick(links[0] ?? "", new Date("2026-11-09T03:00:00Z"), { ...visitor(2), agent: DOUBTED }),
      aClick(links[0] ?? "", new Date("2026-11-09T17:30:00Z"), { ...visitor(3), agent: DOUBTED }),
    ]);
    const due = await db().reclassification.create({ data: { since: SINCE, until: SINCE, rulesVersion: 1 } });
    await db().reclassificationDay.create({
      data: { reclassificationId: due.id, day: new Date("2026-11-09"), state: "DUE" },
    });
    await maintainClicks(kept);
    expect(await db().click.count()).toBe(2);
    rules.doubtedIsRobot = true;
    expect(await reclassify()).toMatchObject({
      ...{ since: new Date("2026-11-09T17:00:00Z"), isCut: true, read: 1, changed: 1 },
      ...{ rebuiltDays: ["2026-11-10"], leftDays: ["2026-11-09"] },
    });
    const nation = await db().uniqueDaily.findMany({ where: { level: "NATION" } });
    expect(nation.map(({ day, visitors }) => [day.toISOString().slice(0, 10), visitors])).toEqual([
      ["2026-11-09", 2n],
    ]);
    // What was dropped does not come back when retention is made longer.
    await maintainClicks({ ...kept, clock: fixedClock(retentionAfter("2026-11-01")) });
    expect(await reclassify()).toMatchObject({ isCut: true, rebuiltDays: [], leftDays: [] });
  });

  it("keeps what people, visitors and traits were: today's figures less the account are those of before", async () => {
    await record(system(), [
      aClick(links[0] ?? "", new Date("2026-11-09T03:00:00Z"), { ...visitor(1), agent: DOUBTED }),
      aClick(links[0] ?? "", new Date("2026-11-09T03:01:00Z"), {
        ...{ ...visitor(1), agent: DOUBTED, step: "SHOPEE" as const },
      }),
      aClick(links[0] ?? "", new Date("2026-11-09T03:02:00Z"), {
        ...{ ...visitor(1), agent: DOUBTED, step: "TOKOPEDIA" as const },
      }),
      aClick(links[1] ?? "", new Date("2026-11-09T03:03:00Z"), { ...visitor(2), country: "MY" }),
    ]);
    const before = await figuresOfAll();
    rules.doubtedIsRobot = true;
    await reclassify();
    const after = await figuresOfAll();
    expect(after).not.toEqual(before);
    expect(await less(after)).toEqual(before);
  });

  it("leaves clicks alone whose agent was not kept", async () => {
    await record(system(), [
      aClick(links[0] ?? "", new Date("2026-11-09T03:00:00Z"), { agent: "(not kept)" }),
    ]);
    const before = await rollupFigures(db());
    await db().$executeRaw`UPDATE click SET verdict = 'HUMAN', reason = 1, rules_version = 1`;
    expect(await reclassify()).toMatchObject({ read: 1, changed: 0 });
    expect(await rollupFigures(db())).toEqual(before);
  });

  it("ends where recording by the rules of today would have, for any stream; and back again", {
    timeout: 180_000,
  }, async () => {
    const click = fc
      .record({
        link: fc.nat({ max: 1 }),
        minute: fc.nat({ max: 2 * 24 * 60 }),
        agent: fc.constantFrom(DOUBTED, DOUBTED, AGENTS.BOT, AGENTS.PREVIEW),
        step: fc.constantFrom("ARRIVAL" as const, "ARRIVAL" as const, "SHOPEE" as const),
        visitor: fc.nat({ max: 4 }),
      })
      .map(
        ({ link, minute, visitor: who, ...traits }): ClickFact =>
          aClick(links[link] ?? "", new Date(SINCE.getTime() + minute * 60_000), {
            ...traits,
            ...visitor(who),
          }),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(click, { minLength: 1, maxLength: 60 }), async (clicks) => {
        const recorded = async (robot: boolean) => {
          rules.doubtedIsRobot = robot;
          await forgetClicks(db());
          await record(system(), clicks);
          return rollupFigures(db());
        };
        const asRobots = await recorded(true);
        const asPeople = await recorded(false);
        await db().$executeRaw`TRUNCATE reclassification CASCADE`;
        rules.doubtedIsRobot = true;
        await reclassify();
        expect(withoutNought(await rollupFigures(db()))).toEqual(withoutNought(asRobots));
        expect(withoutNought(await rollupFigures(db()))).toEqual(withoutNought(await rawFigures(db())));
        rules.doubtedIsRobot = false;
        await reclassify();
        expect(withoutNought(await rollupFigures(db()))).toEqual(withoutNought(asPeople));
        // Two runs that undo each other leave an account that comes to nothing.
        const figures = await figuresOfAll();
        expect(await less(figures)).toEqual(figures);
      }),
      { numRuns: 12 },
    );
  });
});

/** The noon at which maintenance drops the clicks of all days before this one. */
function retentionAfter(day: string): Date {
  return new Date(new Date(`${day}T12:00:00Z`).getTime() + env().CLICK_RETENTION_DAYS * 86_400_000);
}

type Counts = Record<string, number>;

/** People who arrived and went on to shops, by link and hour; visitors by level; traits of the nation. */
async function figuresOfAll(): Promise<Counts> {
  const rows = await db().$queryRaw<{ key: string; count: bigint }[]>`
    SELECT 'human ' || link_id || ' ' || hour AS key, human AS count FROM click_hourly
    UNION ALL SELECT 'bot ' || link_id || ' ' || hour, bot FROM click_hourly
    UNION ALL SELECT 'outbound ' || link_id || ' ' || hour, sum(human)::bigint FROM outbound_hourly GROUP BY link_id, hour
    UNION ALL SELECT 'unique ' || level || ' ' || entity_id || ' ' || day, visitors FROM unique_daily
    UNION ALL SELECT 'trait ' || d.key || ' ' || v.key, (v.value ->> 1)::bigint
      FROM click_traits_daily, jsonb_each(traits) d, jsonb_each(d.value) v WHERE level = 'NATION'`;
  return sums(rows);
}

/** The figures less what the account says that the run changed. */
async function less(figures: Counts): Promise<Counts> {
  const rows = await db().$queryRaw<{ key: string; count: bigint }[]>`
    SELECT CASE WHEN step = 0 THEN lower(verdict) ELSE 'outbound' END || ' ' || link_id || ' ' || hour AS key,
      sum(sign * clicks)::bigint AS count
    FROM reclassification_change c
      CROSS JOIN LATERAL (VALUES (from_verdict::text, 1), (to_verdict::text, -1)) AS v(verdict, sign)
    WHERE step = 0 OR verdict = 'HUMAN' GROUP BY 1
    UNION ALL SELECT 'unique ' || level || ' ' || entity_id || ' ' || day, before - after FROM reclassification_visitors
    UNION ALL SELECT 'trait ' || dimension || ' ' || value, -sum(human)::bigint FROM reclassification_trait GROUP BY 1`;
  const moved = sums(rows);
  const keys = [...new Set([...Object.keys(figures), ...Object.keys(moved)])];
  const all = keys.map((key): [string, number] => [key, (figures[key] ?? 0) + (moved[key] ?? 0)]);
  return Object.fromEntries(all.filter(([, count]) => count !== 0));
}

function sums(rows: { key: string; count: bigint }[]): Counts {
  const counts: Counts = {};
  for (const { key, count } of rows) counts[key] = (counts[key] ?? 0) + Number(count);
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
}

/** A figure that fell to nought and one that never was are the same. */
const withoutNought = (figures: Figures) =>
  Object.fromEntries(
    Object.entries(figures).filter(([, row]) => Object.values(row).some((value) => value !== 0)),
  );
