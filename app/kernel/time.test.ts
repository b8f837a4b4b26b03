import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodBounds, periodDays, readPeriod } from "./period";
import { addDays, localDay, parseDay, startOfDay, startOfHour, ZONES, type Zone } from "./time";

const zones = fc.constantFrom(...(Object.keys(ZONES) as Zone[]));
const instants = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });

describe("local days", () => {
  it("begin at local midnight in each zone", () => {
    expect(startOfDay("2026-11-21", "Asia/Jakarta").toISOString()).toBe("2026-11-20T17:00:00.000Z");
    expect(startOfDay("2026-11-21", "Asia/Makassar").toISOString()).toBe("2026-11-20T16:00:00.000Z");
    expect(startOfDay("2026-11-21", "Asia/Jayapura").toISOString()).toBe("2026-11-20T15:00:00.000Z");
  });

  it("agree with what Intl says of the zone, for every instant", () => {
    fc.assert(
      fc.property(instants, zones, (at, zone) => {
        const intl = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(at);
        expect(localDay(at, zone)).toBe(intl);
      }),
    );
  });

  it("hold exactly the instants between their start and the next day's", () => {
    fc.assert(
      fc.property(instants, zones, (at, zone) => {
        const day = localDay(at, zone);
        expect(startOfDay(day, zone).getTime()).toBeLessThanOrEqual(at.getTime());
        expect(startOfDay(addDays(day, 1), zone).getTime()).toBeGreaterThan(at.getTime());
      }),
    );
  });

  it.each(["2026-02-30", "2026-1-1", "x", "2026-13-01"])("refuse %s", (day) => {
    expect(() => parseDay(day)).toThrow(RangeError);
  });

  it("start on whole UTC hours, so that hourly rollups add up to every zone's days", () => {
    for (const zone of Object.keys(ZONES) as Zone[]) {
      const start = startOfDay("2026-01-01", zone);
      expect(startOfHour(start)).toEqual(start);
    }
  });
});

describe("readPeriod", () => {
  const now = new Date("2026-11-21T18:00:00Z");
  const read = (query: string) => readPeriod(new URLSearchParams(query), now, "Asia/Jakarta");

  it("takes what is asked", () => {
    expect(read("from=2026-10-01&to=2026-10-31")).toEqual({
      from: "2026-10-01",
      to: "2026-10-31",
      zone: "Asia/Jakarta",
    });
  });

  it.each([
    "",
    "from=2026-10-31&to=2026-10-01",
    "from=2026-02-30&to=2026-03-01",
    "from=1990-01-01&to=2026-01-01",
  ])("falls back to the last 28 local days for «%s»", (query) => {
    expect(read(query)).toEqual({ from: "2026-10-26", to: "2026-11-22", zone: "Asia/Jakarta" });
  });

  it("covers every day once", () => {
    const period = read("from=2026-10-30&to=2026-11-02");
    expect(periodDays(period)).toEqual(["2026-10-30", "2026-10-31", "2026-11-01", "2026-11-02"]);
    const { start, end } = periodBounds(period);
    expect((end.getTime() - start.getTime()) / 86_400_000).toBe(4);
  });
});
