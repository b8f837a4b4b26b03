import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ClickFact } from "~/modules/tracking/click";
import { foldClicks } from "~/modules/tracking/commands/fold-clicks.server";
import { reclassifyClicks } from "~/modules/tracking/commands/reclassify-clicks.server";
import { db } from "~/platform/db.server";
import { AGENTS, aClick, aTrackedLink, record } from "../../factories/tracking";
import { aPlace, system } from "../campaigns/world";
import { type Figures, forgetClicks, rawFigures, rollupFigures } from "./rollups";

/** A browser that the rules of before took for a person and those of today take for a robot, or the other way. */
const DOUBTED =
  "Mozilla/5.0 (Linux; Android 14; DOUBTED) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36";
const rules = vi.hoisted(() => ({ doubtedIsRobot: false }));
vi.mock("~/modules/tracking/verdict", async (importActual) => {
  const actual = await importActual<typeof import("~/modules/tracking/verdict")>();
  return {
    ...actual,
    judgeFacts: (facts: { reason: string }, signals: number) =>
      rules.doubtedIsRobot && facts.reason === "ua:browser"
        ? { verdict: "BOT", reason: "ua:robot" }
        : actual.judgeFacts(facts as never, signals),
  };
});

const links: string[] = [];
beforeAll(async () => {
  const place = await aPlace();
  for (let index = 0; index < 2; index += 1) links.push((await aTrackedLink(system(), place)).linkId);
}, 120_000);

beforeEach(async () => {
  rules.doubtedIsRobot = false;
  await forgetClicks(db());
  await db().$executeRaw`TRUNCATE reclassification, reclassification_change`;
});

const SINCE = new Date("2026-11-08T00:00:00Z");
const visitor = (index: number) => ({ visitorHash: index.toString(16).padStart(16, "0") });
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
        rules.doubtedIsRobot = true;
        await reclassify();
        expect(withoutNought(await rollupFigures(db()))).toEqual(withoutNought(asRobots));
        expect(withoutNought(await rollupFigures(db()))).toEqual(withoutNought(await rawFigures(db())));
        rules.doubtedIsRobot = false;
        await reclassify();
        expect(withoutNought(await rollupFigures(db()))).toEqual(withoutNought(asPeople));
      }),
      { numRuns: 12 },
    );
  });
});

/** A figure that fell to nought and one that never was are the same. */
const withoutNought = (figures: Figures) =>
  Object.fromEntries(
    Object.entries(figures).filter(([, row]) => Object.values(row).some((value) => value !== 0)),
  );
