import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "~/kernel/id";
import type { ClickFact } from "~/modules/tracking/click";
import { db } from "~/platform/db.server";
import { aClick, aTrackedLink, record } from "../../factories/tracking";
import { aPlace, system } from "../campaigns/world";
import { rawFigures, rollupFigures } from "./rollups";

const links: string[] = [];

beforeAll(async () => {
  const jakarta = await aPlace();
  const jayapura = await aPlace();
  await db().institution.update({
    where: { id: jayapura.institutionId },
    data: { timeZone: "Asia/Jayapura" },
  });
  for (const place of [jakarta, jakarta, jayapura]) links.push((await aTrackedLink(system(), place)).linkId);
}, 120_000);

beforeEach(async () => {
  await db().$executeRaw`TRUNCATE click, click_hourly, click_daily, visitor_day`;
});

const link = (index = 0) => links[index] ?? "";
const at = (text: string) => new Date(`2026-11-10T${text}Z`);

describe("recordClicks", () => {
  it("writes rows and adds them to hours and days", async () => {
    const clicks = [
      aClick(link(), at("03:10:00"), { visitorHash: "000000000000000a" }),
      aClick(link(), at("03:20:00"), { visitorHash: "000000000000000a" }),
      aClick(link(), at("04:00:00"), { visitorHash: "ffffffffffffffff" }),
      aClick(link(), at("04:59:59"), { verdict: "BOT", reason: "ua:isbot" }),
      aClick(link(), at("04:30:00"), { verdict: "PREVIEW", reason: "ua:preview" }),
    ];
    expect(await record(system(), clicks)).toEqual({ received: 5, added: 5 });
    const hours = await db().clickHourly.findMany({ orderBy: { hour: "asc" } });
    expect(hours.map(({ linkId: _, ...hour }) => hour)).toEqual([
      { hour: at("03:00:00"), raw: 2n, human: 2n, bot: 0n, preview: 0n },
      { hour: at("04:00:00"), raw: 3n, human: 1n, bot: 2n, preview: 1n },
    ]);
    expect(await db().clickDaily.findMany()).toEqual([
      { linkId: link(), day: new Date("2026-11-10"), unique: 2n },
    ]);
    const row = await db().click.findUniqueOrThrow({ where: { id: clicks[2]?.id ?? "" } });
    expect(row).toMatchObject({
      occurredAt: at("04:00:00"),
      visitorHash: -1n,
      referrerHost: "instagram.com",
    });
  });

  it("counts a batch that comes twice once", async () => {
    const clicks = Array.from({ length: 40 }, (_, index) =>
      aClick(link(index % 3), at("05:00:00"), { visitorHash: (index % 9).toString(16).padStart(16, "0") }),
    );
    await record(system(), clicks);
    const once = await rollupFigures(db());
    expect(await record(system(), clicks)).toEqual({ received: 40, added: 0 });
    expect(await rollupFigures(db())).toEqual(once);
  });

  it("counts what two batches share once, also within one batch", async () => {
    const clicks = Array.from({ length: 30 }, () => aClick(link(), at("05:00:00")));
    await record(system(), [...clicks.slice(0, 20), ...clicks.slice(5, 10)]);
    expect(await record(system(), clicks.slice(10))).toEqual({ received: 20, added: 10 });
    expect(await db().click.count()).toBe(30);
    expect(await rollupFigures(db())).toEqual(await rawFigures(db()));
  });

  it("counts once when the same and overlapping batches run at the same time", async () => {
    const clicks = Array.from({ length: 300 }, (_, index) =>
      aClick(link(index % 3), at(`0${index % 4}:30:00`), {
        visitorHash: (index % 50).toString(16).padStart(16, "0"),
      }),
    );
    const runs = Array.from({ length: 12 }, (_, run) => {
      const part = clicks.slice((run % 3) * 50, (run % 3) * 50 + 200);
      return record(system(), run % 2 === 0 ? part : part.toReversed());
    });
    const added = (await Promise.all(runs)).reduce((sum, run) => sum + run.added, 0);
    expect(added).toBe(300);
    expect(await rollupFigures(db())).toEqual(await rawFigures(db()));
  });

  it("takes an institution's own midnight for its days", async () => {
    // 15:30 UTC is 22:30 in Jakarta and half past midnight of the next day in Jayapura.
    const late = at("15:30:00");
    await record(system(), [aClick(link(0), late), aClick(link(2), late)]);
    const days = await db().clickDaily.findMany({ orderBy: { day: "asc" } });
    expect(days).toEqual([
      { linkId: link(0), day: new Date("2026-11-10"), unique: 1n },
      { linkId: link(2), day: new Date("2026-11-11"), unique: 1n },
    ]);
  });

  it("leaves out clicks on a link that does not exist and keeps the others", async () => {
    const result = await record(system(), [aClick(newId(), at("03:00:00")), aClick(link(), at("03:00:00"))]);
    expect(result).toEqual({ received: 2, added: 1 });
    expect(await rollupFigures(db())).toEqual(await rawFigures(db()));
  });

  it("rollups equal the raw rows for any stream with duplicates, reorderings and repeats", {
    timeout: 120_000,
  }, async () => {
    const click = fc
      .record({
        link: fc.nat({ max: 2 }),
        minute: fc.nat({ max: 3 * 24 * 60 }),
        verdict: fc.constantFrom("HUMAN" as const, "BOT" as const, "PREVIEW" as const, "PREFETCH" as const),
        visitor: fc.nat({ max: 5 }),
      })
      .map(({ link: index, minute, verdict, visitor }): ClickFact => {
        const time = new Date(Date.UTC(2026, 10, 8) + minute * 60_000);
        return aClick(link(index), time, { verdict, visitorHash: visitor.toString(16).padStart(16, "0") });
      });
    const stream = fc.array(click, { minLength: 1, maxLength: 60 }).chain((clicks) =>
      fc.record({
        clicks: fc.constant(clicks),
        // Batches are drawn from all clicks with repetition: some come twice, some out of order; the last has all.
        batches: fc.array(fc.array(fc.constantFrom(...clicks), { maxLength: 40 }), { maxLength: 6 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(stream, async ({ clicks, batches }) => {
        await db().$executeRaw`TRUNCATE click, click_hourly, click_daily, visitor_day`;
        await Promise.all(batches.map((batch) => record(system(), batch)));
        await record(system(), clicks);
        expect(await db().click.count()).toBe(clicks.length);
        expect(await rollupFigures(db())).toEqual(await rawFigures(db()));
      }),
      { numRuns: 30 },
    );
  });
});
