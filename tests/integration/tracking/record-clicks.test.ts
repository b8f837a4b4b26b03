import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "~/kernel/id";
import { type ClickFact, encodeClicks, timeOfId } from "~/modules/tracking/click";
import { foldClicks } from "~/modules/tracking/commands/fold-clicks.server";
import { recordClicks } from "~/modules/tracking/commands/record-clicks.server";
import { MOST_REPEATS, windowOf } from "~/modules/tracking/repeats";
import { SIGNAL } from "~/modules/tracking/signals";
import { db } from "~/platform/db.server";
import { AGENTS, ANY_PHONE, aClick, aTrackedLink, record } from "../../factories/tracking";
import { aPlace, system } from "../campaigns/world";
import { forgetClicks, rawFigures, rollupFigures } from "./rollups";

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

beforeEach(() => forgetClicks(db()));

const link = (index = 0) => links[index] ?? "";
const at = (text: string) => new Date(`2026-11-10T${text}Z`);
const visitor = (index: number) => ({ visitorHash: index.toString(16).padStart(16, "0") });
const MORNING = at("03:00:00").getTime();
/** Jayapura's next day begins within the hour and a half; Jakarta's does not. */
const MIDNIGHT_OF_JAYAPURA = at("14:20:00").getTime();
const foldAll = async () => {
  while ((await foldClicks(system())).more);
};
const linkUniques = () =>
  db().uniqueDaily.findMany({
    where: { level: "LINK" },
    select: { entityId: true, day: true, visitors: true },
    orderBy: { day: "asc" },
  });

describe("recordClicks", () => {
  it("writes rows and adds them to hours and days", async () => {
    const clicks = [
      aClick(link(), at("03:10:00"), visitor(10)),
      aClick(link(), at("03:40:00"), visitor(10)),
      aClick(link(), at("04:00:00"), { visitorHash: "ffffffffffffffff" }),
      aClick(link(), at("04:59:59"), { agent: AGENTS.BOT }),
      aClick(link(), at("04:30:00"), { agent: AGENTS.PREVIEW }),
      aClick(link(), at("04:31:00"), { signals: SIGNAL.HEAD }),
      aClick(link(), at("04:32:00"), { signals: SIGNAL.STAFF }),
    ];
    expect(await record(system(), clicks)).toEqual({ received: 7, added: 7 });
    const hours = await db().clickHourly.findMany({ orderBy: { hour: "asc" } });
    const none = { human: 0n, bot: 0n, preview: 0n, prefetch: 0n, staff: 0n, duplicate: 0n, suspicious: 0n };
    expect(hours.map(({ linkId: _, ...hour }) => hour)).toEqual([
      { ...none, hour: at("03:00:00"), raw: 2n, human: 2n },
      { ...none, hour: at("04:00:00"), raw: 5n, human: 1n, bot: 2n, preview: 1n, staff: 1n },
    ]);
    expect(await linkUniques()).toEqual([{ entityId: link(), day: new Date("2026-11-10"), visitors: 2n }]);
    const row = await db().click.findUniqueOrThrow({ where: { id: clicks[2]?.id ?? "" } });
    expect(row).toMatchObject({ visitorHash: -1n, verdict: "HUMAN", country: "ID", language: "id", step: 0 });
    const agent = await db().userAgent.findUniqueOrThrow({ where: { id: row.agentId } });
    expect(agent.agent).toBe(clicks[2]?.agent);
    expect(await rollupFigures(db())).toEqual(await rawFigures(db()));
  });

  it("counts a visitor once in half an hour, and takes many for a machine", async () => {
    const clicks = Array.from({ length: 25 }, (_, index) =>
      aClick(link(), at(`03:0${index % 10}:00`), visitor(1)),
    );
    const later = aClick(link(), at("03:30:00"), visitor(1));
    const elsewhere = aClick(link(1), at("03:01:00"), visitor(1));
    await record(system(), [...clicks, later, elsewhere]);
    const verdicts = await db().click.groupBy({ by: ["verdict"], _count: true, orderBy: { verdict: "asc" } });
    expect(Object.fromEntries(verdicts.map((row) => [row.verdict, row._count]))).toEqual({
      HUMAN: 3,
      DUPLICATE: 19,
      SUSPICIOUS: 5,
    });
    expect(await rollupFigures(db())).toEqual(await rawFigures(db()));
  });

  it("calls nobody suspicious for sharing a carrier's address and an agent that names no telephone", async () => {
    const crowd = Array.from({ length: 200 }, (_, index) =>
      aClick(link(), new Date(MORNING + index * 6_000), { ...visitor(1), agent: ANY_PHONE }),
    );
    await record(system(), crowd);
    expect(await db().clickHourly.findFirstOrThrow()).toMatchObject({
      raw: 200n,
      human: 1n,
      duplicate: 199n,
      suspicious: 0n,
    });
  });

  it("counts the way on to a shop apart from the arrival", async () => {
    await record(system(), [
      aClick(link(), at("03:00:00"), visitor(1)),
      aClick(link(), at("03:01:00"), { ...visitor(1), step: "SHOPEE" }),
      aClick(link(), at("03:02:00"), { ...visitor(1), step: "SHOPEE" }),
      aClick(link(), at("03:03:00"), { ...visitor(1), step: "WHATSAPP" }),
    ]);
    const rows = await db().outboundHourly.findMany({ orderBy: { channel: "asc" } });
    expect(rows.map(({ channel, raw, human }) => ({ channel, raw, human }))).toEqual([
      { channel: "SHOPEE", raw: 2n, human: 1n },
      { channel: "WHATSAPP", raw: 1n, human: 1n },
    ]);
    expect((await db().clickHourly.findFirstOrThrow()).raw).toBe(1n);
  });

  it("knows a person who came by two links as one of the campaign, the Lapas and the nation", async () => {
    const clicks = [0, 1].map((index) => aClick(link(index), at("03:00:00"), visitor(7)));
    await record(system(), [...clicks, aClick(link(1), at("03:00:00"), visitor(8))]);
    const rows = await db().uniqueDaily.findMany({
      where: { level: { in: ["INSTITUTION", "REGION", "NATION"] } },
    });
    expect(rows.map(({ visitors }) => visitors)).toEqual([2n, 2n, 2n]);
  });

  it("counts a batch that comes twice once", async () => {
    const clicks = Array.from({ length: 40 }, (_, index) =>
      aClick(link(index % 3), at("05:00:00"), visitor(index % 9)),
    );
    await record(system(), clicks, "one");
    const once = await rollupFigures(db());
    expect(await record(system(), clicks, "one")).toEqual({ received: 40, added: 0 });
    expect(await record(system(), clicks, "the same under another name")).toEqual({ received: 40, added: 0 });
    expect(await rollupFigures(db())).toEqual(once);
    expect(await db().clickReceipt.count()).toBe(2);
  });

  it("counts what two batches share once, also within one batch", async () => {
    const clicks = Array.from({ length: 30 }, (_, index) => aClick(link(), at("05:00:00"), visitor(index)));
    await record(system(), [...clicks.slice(0, 20), ...clicks.slice(5, 10)]);
    expect(await record(system(), clicks.slice(10))).toEqual({ received: 20, added: 10 });
    expect(await db().click.count()).toBe(30);
    expect(await rollupFigures(db())).toEqual(await rawFigures(db()));
  });

  it("counts once when the same and overlapping batches run at the same time", async () => {
    const clicks = Array.from({ length: 300 }, (_, index) =>
      aClick(link(index % 3), at(`0${index % 4}:30:00`), visitor(index % 50)),
    );
    const runs = Array.from({ length: 12 }, (_, run) => {
      const part = clicks.slice((run % 3) * 50, (run % 3) * 50 + 200);
      return record(system(), run % 2 === 0 ? part : part.toReversed());
    });
    const added = (await Promise.all(runs)).reduce((sum, run) => sum + run.added, 0);
    expect(added).toBe(300);
    await foldAll();
    expect(await rollupFigures(db())).toEqual(await rawFigures(db()));
  });

  it("takes an institution's own midnight for its days", async () => {
    // 15:30 UTC is 22:30 in Jakarta and half past midnight of the next day in Jayapura.
    const late = at("15:30:00");
    await record(system(), [aClick(link(0), late), aClick(link(2), late)]);
    expect(await linkUniques()).toEqual([
      { entityId: link(0), day: new Date("2026-11-10"), visitors: 1n },
      { entityId: link(2), day: new Date("2026-11-11"), visitors: 1n },
    ]);
  });

  it("leaves out clicks on a link that does not exist and keeps the others", async () => {
    const result = await record(system(), [aClick(newId(), at("03:00:00")), aClick(link(), at("03:00:00"))]);
    expect(result).toEqual({ received: 2, added: 1 });
    expect(await rollupFigures(db())).toEqual(await rawFigures(db()));
  });

  it("keeps a hundred referrers of a day apart and counts the others together", async () => {
    const clicks = Array.from({ length: 130 }, (_, index) =>
      aClick(link(), at("03:00:00"), { ...visitor(index), referrerHost: `host${index}.example` }),
    );
    await record(system(), clicks.slice(0, 90));
    await record(system(), clicks.slice(90));
    const { traits } = await db().clickTraitsDaily.findFirstOrThrow({ where: { level: "LINK" } });
    const hosts = (traits as { REFERRER: Record<string, [number, number]> }).REFERRER;
    expect(Object.keys(hosts)).toHaveLength(101);
    expect(hosts.other).toEqual([30, 30]);
  });

  it("counts a referrer that is called like an object's own part", async () => {
    const hosts = ["constructor", "shop.example", "constructor"];
    const clicks = hosts.map((referrerHost, index) =>
      aClick(link(), at("03:00:00"), { ...visitor(index), referrerHost }),
    );
    await record(system(), clicks.slice(0, 2));
    await record(system(), clicks.slice(2));
    const { traits } = await db().clickTraitsDaily.findFirstOrThrow({ where: { level: "LINK" } });
    expect((traits as { REFERRER: object }).REFERRER).toEqual({
      constructor: [2, 2],
      "shop.example": [1, 1],
    });
    expect(await rollupFigures(db())).toEqual(await rawFigures(db()));
  });
});

/** Three half hours, two visitors: close enough together that visits are repeated, and one of them far too often. */
const click = fc
  .record({
    link: fc.nat({ max: 2 }),
    minute: fc.nat({ max: 90 }),
    agent: fc.constantFrom(AGENTS.HUMAN, AGENTS.HUMAN, AGENTS.HUMAN, AGENTS.BOT, AGENTS.PREVIEW, ""),
    signals: fc.constantFrom(0, 0, 0, 0, SIGNAL.HEAD, SIGNAL.PREFETCH, SIGNAL.STAFF),
    step: fc.constantFrom("ARRIVAL" as const, "ARRIVAL" as const, "SHOPEE" as const),
    visitor: fc.nat({ max: 1 }),
    country: fc.constantFrom("ID", "MY", null),
    time: fc.constantFrom(MORNING, MIDNIGHT_OF_JAYAPURA),
  })
  .map(({ link: index, minute, visitor: who, time, ...traits }): ClickFact => {
    return aClick(link(index), new Date(time + minute * 60_000), { ...traits, ...visitor(who) });
  });

/**
 * One telephone that opens one link again and again within a half hour: the 20th visit on is suspicious. Or a crowd
 * with one agent, of which nobody is.
 */
const insistent = fc
  .tuple(
    fc.nat({ max: 2 }),
    fc.integer({ min: 22, max: 27 }),
    fc.constantFrom("ARRIVAL" as const, "SHOPEE" as const),
    fc.constantFrom(
      { ...visitor(2), agent: AGENTS.HUMAN },
      { ...visitor(2), agent: AGENTS.HUMAN },
      { ...visitor(3), agent: ANY_PHONE },
    ),
  )
  .map(([index, times, step, who]) =>
    Array.from({ length: times }, (_, second) =>
      aClick(link(index), new Date(MORNING + second * 1_000), { ...who, step }),
    ),
  );

/** Any clicks, and in most streams those of somebody insistent among them. */
const visits = fc
  .tuple(
    fc.array(click, { minLength: 2, maxLength: 50, size: "max" }),
    fc.option(insistent, { freq: 3, nil: [] }),
  )
  .map(([clicks, more]) => [...clicks, ...more]);

/** Batches are drawn from all clicks with repetition: some come twice, some out of order; the last has all. */
const stream = visits.chain((clicks) =>
  fc.record({
    clicks: fc.constant(clicks),
    batches: fc.array(fc.array(fc.constantFrom(...clicks), { maxLength: 40, size: "max" }), { maxLength: 6 }),
  }),
);

describe("rollups equal the raw rows", () => {
  it("of streams in which every verdict comes up", () => {
    const streams = fc.sample(visits, { numRuns: 60, seed: 1 });
    const repeated = streams.filter((clicks) => {
      const seen = new Map<string, number>();
      for (const { id, linkId, visitorHash, step, agent, signals } of clicks) {
        if (agent !== AGENTS.HUMAN || signals !== 0) continue;
        const key = `${linkId}${visitorHash}${step}${windowOf(timeOfId(id))}`;
        seen.set(key, (seen.get(key) ?? 0) + 1);
      }
      return Math.max(0, ...seen.values()) > MOST_REPEATS;
    });
    expect(repeated.length).toBeGreaterThan(20);
  });

  it("for any stream with duplicates, reorderings and repeats", { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(stream, async ({ clicks, batches }) => {
        await forgetClicks(db());
        await Promise.all(batches.map((batch) => record(system(), batch)));
        await record(system(), clicks);
        expect(await db().click.count()).toBe(clicks.length);
        expect(await rollupFigures(db())).toEqual(await rawFigures(db()));
      }),
      { numRuns: 25 },
    );
  });

  it("by verdict, whatever the order in which the same clicks arrive", { timeout: 180_000 }, async () => {
    const orders = visits.chain((clicks) =>
      fc.tuple(
        fc.constant(clicks),
        fc.shuffledSubarray(clicks, { minLength: clicks.length }),
        fc.integer({ min: 1, max: 9 }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(orders, async ([clicks, shuffled, size]) => {
        await forgetClicks(db());
        await record(system(), clicks);
        const inOrder = await rollupFigures(db());
        expect(inOrder).toEqual(await rawFigures(db()));
        await forgetClicks(db());
        for (let from = 0; from < shuffled.length; from += size) {
          await record(system(), shuffled.slice(from, from + size));
        }
        expect(hoursOf(await rollupFigures(db()))).toEqual(hoursOf(inOrder));
      }),
      { numRuns: 15 },
    );
  });

  it("when connections are cut in the middle and batches run again", { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        stream,
        fc.array(fc.nat({ max: 20 }), { maxLength: 5 }),
        async ({ clicks, batches }, cuts) => {
          await forgetClicks(db());
          const named = [...batches, clicks].map((batch) => ({
            batch: newId(),
            clicks: encodeClicks(batch),
          }));
          const underWay = Promise.allSettled([
            ...named.map((batch) => recordClicks(system(), batch)),
            ...cuts.map(() => foldClicks(system())),
          ]);
          for (const cut of cuts) {
            await new Promise((resolve) => setTimeout(resolve, cut));
            await db().$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE application_name = 'gaung-bulk' AND datname = current_database()`;
          }
          await underWay;
          for (const batch of named) await untilDone(() => recordClicks(system(), batch));
          await untilDone(foldAll);
          expect(await db().click.count()).toBe(clicks.length);
          expect(await rollupFigures(db())).toEqual(await rawFigures(db()));
        },
      ),
      { numRuns: 15 },
    );
  });
});

const hoursOf = (figures: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(figures).filter(([key]) => key.startsWith("hour ")));

/** As the queue does it: what failed is tried again. */
async function untilDone(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 5; tries += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (tries === 4) throw error;
    }
  }
}
