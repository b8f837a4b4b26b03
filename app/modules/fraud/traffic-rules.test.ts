import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviation, median } from "./robust";
import { factsSchema } from "./signals";
import { HOUR_MS, THRESHOLDS } from "./thresholds";
import { burstLimit, type HourMake, judgeHour, judgeMake, type LinkHour } from "./traffic-rules";

const link = { id: "0192aaaa-0000-7000-8000-000000000001", code: "sari", claimId: "claim" };
const HOUR = new Date("2026-06-14T10:00:00Z");
const at = (hoursAgo: number) => new Date(HOUR.getTime() - hoursAgo * HOUR_MS);

/** A link's habit: so many clicks in each of the last hours, some of them repeated. */
const habit = (count: number, people: (index: number) => number, share = 0.1): LinkHour[] =>
  Array.from({ length: count }, (_, index) => ({
    hour: at(index + 1),
    people: people(index),
    repeated: Math.round(people(index) * share),
  }));

const kinds = (hours: LinkHour[]) => judgeHour({ link, hours }, HOUR).map(({ facts }) => facts.kind);

describe("an hour beside the link's habit", () => {
  const steady = habit(200, (index) => 20 + (index % 7));
  it.each([
    ["an ordinary hour", [...steady, { hour: HOUR, people: 25, repeated: 2 }], []],
    ["twice the usual", [...steady, { hour: HOUR, people: 50, repeated: 5 }], []],
    [
      "a post that goes well, five times the usual",
      [...steady, { hour: HOUR, people: 115, repeated: 9 }],
      [],
    ],
    ["forty times the usual", [...steady, { hour: HOUR, people: 900, repeated: 40 }], ["BURST"]],
    ["a first post", [{ hour: HOUR, people: 350, repeated: 20 }], []],
    ["a first post beyond anything", [{ hour: HOUR, people: 500, repeated: 20 }], ["BURST"]],
    ["many repeats", [...steady, { hour: HOUR, people: 80, repeated: 70 }], ["REPEATS"]],
    ["few clicks, all repeats", [...steady, { hour: HOUR, people: 20, repeated: 20 }], []],
    ["a burst of repeats", [...steady, { hour: HOUR, people: 900, repeated: 800 }], ["BURST", "REPEATS"]],
    [
      "repeats are the link's habit",
      [...habit(200, () => 90, 0.7), { hour: HOUR, people: 90, repeated: 66 }],
      [],
    ],
  ] as const)("%s", (_, hours, found) => {
    expect(kinds([...hours])).toEqual(found);
  });

  it("one wild hour in the habit does not hide the next", () => {
    const wild = [...steady, { hour: at(300), people: 50_000, repeated: 0 }];
    expect(kinds([...wild, { hour: HOUR, people: 900, repeated: 0 }])).toEqual(["BURST"]);
  });

  it("gives the same answer in every order of the hours", () => {
    const hours = [...steady, { hour: HOUR, people: 900, repeated: 800 }];
    fc.assert(
      fc.property(fc.shuffledSubarray(hours, { minLength: hours.length }), (shuffled) => {
        expect(judgeHour({ link, hours: shuffled }, HOUR)).toEqual(judgeHour({ link, hours }, HOUR));
      }),
      { numRuns: 50 },
    );
  });

  it("never falls below the floor, and never falls when the habit grows alike", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5_000), { minLength: THRESHOLDS.burst.habitHours, maxLength: 300 }),
        fc.integer({ min: 1, max: 9 }),
        (hours, times) => {
          const limit = burstLimit(hours);
          expect(limit).toBeGreaterThanOrEqual(THRESHOLDS.burst.floor);
          expect(burstLimit(hours.map((each) => each * times))).toBeGreaterThanOrEqual(limit);
        },
      ),
    );
  });

  it("keeps facts that its schema reads, under a key that tells link and hour", () => {
    const [found] = judgeHour({ link, hours: [...steady, { hour: HOUR, people: 900, repeated: 0 }] }, HOUR);
    expect(factsSchema.parse(found?.facts)).toMatchObject({ kind: "BURST", clicks: 900, usual: 23 });
    expect(found?.key).toBe(`BURST:${link.id}:2026-06-14T10:00:00.000Z`);
  });
});

describe("how the clicks of an hour lie together", () => {
  const spread: HourMake = {
    clicks: 900,
    topVisitor: 6,
    topNetwork: { clicks: 80, agents: 40, visitors: 70 },
    topAgent: { clicks: 60, visitors: 55 },
  };
  const make = (patch: Partial<HourMake>) =>
    judgeMake(link, HOUR, { ...spread, ...patch }).map(({ facts }) => facts.kind);
  it.each([
    ["a crowd", {}, []],
    [
      "a carrier's shared network, many devices",
      { topNetwork: { clicks: 850, agents: 300, visitors: 700 } },
      [],
    ],
    ["a room of telephones", { topNetwork: { clicks: 850, agents: 2, visitors: 40 } }, ["ONE_NETWORK"]],
    [
      "one device",
      { clicks: 150, topVisitor: 140, topNetwork: { clicks: 140, agents: 1, visitors: 1 } },
      ["ONE_VISITOR"],
    ],
    ["one kind of device", { topAgent: { clicks: 890, visitors: 400 } }, ["ONE_AGENT"]],
    ["a class on one network", { clicks: 60, topNetwork: { clicks: 55, agents: 3, visitors: 30 } }, []],
  ] as const)("%s", (_, patch, found) => {
    expect(make(patch)).toEqual(found);
  });
});

describe("robust figures", () => {
  it.each([
    [[5], 5, 0],
    [[1, 2, 3, 4], 2.5, 1.4826],
    [[1, 1, 1, 1_000], 1, 0],
  ])("median and deviation of %j", (values, middle, spread) => {
    expect(median(values)).toBe(middle);
    expect(deviation(values)).toBeCloseTo(spread);
  });
});
