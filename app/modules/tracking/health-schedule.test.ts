import { describe, expect, it } from "vitest";
import { type Health, nextHealth, restMs } from "./health-schedule";
import type { Finding, HealthOutcome } from "./page-health";

const NOW = new Date("2026-11-22T00:00:00Z");
const NEW: Health = { outcome: null, reason: "", told: null, failures: 0 };
const finding = (outcome: HealthOutcome, reason = "x"): Finding => ({
  outcome,
  reason,
  httpStatus: 200,
  finalUrl: null,
});

/** What comes of findings one after the other. */
function course(...findings: Finding[]) {
  let health = NEW;
  return findings.map((each) => {
    const next = nextHealth(health, each, NOW, 0.5);
    health = next;
    return {
      outcome: next.outcome,
      tell: next.tell,
      changed: next.changed,
      hours: (next.nextCheckAt.getTime() - NOW.getTime()) / 3_600_000,
    };
  });
}

const tells = (...outcomes: HealthOutcome[]) =>
  course(...outcomes.map((each) => finding(each))).map(({ tell }) => tell);

describe("nextHealth", () => {
  it("tells once of what broke, and once that it is well again", () => {
    expect(tells("OK", "GONE", "GONE", "OK", "OK")).toEqual([false, true, false, true, false]);
    expect(tells("SOLD_OUT", "GONE", "OK")).toEqual([true, true, true]);
  });

  it("does not tell of doubt, and doubt takes nothing back", () => {
    expect(tells("UNSURE", "GONE", "UNSURE", "GONE", "UNSURE", "OK")).toEqual([
      false,
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  it("believes a name that does not resolve the second time, an hour later", () => {
    const dns = finding("GONE", "dns");
    const [first, second] = course(finding("OK"), dns, dns).slice(1);
    expect(first).toEqual({ outcome: "UNSURE", tell: false, changed: true, hours: 1 });
    expect(second).toMatchObject({ outcome: "GONE", tell: true });
  });

  it("looks once a day, sooner in doubt, and less often the longer it lasts", () => {
    expect(course(finding("OK"))[0]?.hours).toBe(24);
    const doubt = Array.from({ length: 6 }, () => finding("UNSURE"));
    expect(course(...doubt).map(({ hours }) => hours)).toEqual([6, 12, 24, 48, 48, 48]);
    const spread = [0, 1].map(
      (chance) => nextHealth(NEW, finding("OK"), NOW, chance).nextCheckAt.getTime() - NOW.getTime(),
    );
    expect(spread.map((ms) => ms / 3_600_000)).toEqual([21.6, 26.4]);
  });
});

describe("restMs", () => {
  it("is what the host asks, or doubles from ten minutes, and is a day at most", () => {
    expect(restMs("120", 0, NOW)).toBe(120_000);
    expect(restMs("Sun, 22 Nov 2026 01:00:00 GMT", 0, NOW)).toBe(3_600_000);
    expect(restMs("0", 0, NOW)).toBe(60_000);
    expect(restMs("999999999", 0, NOW)).toBe(86_400_000);
    expect([0, 1, 2, 20].map((strikes) => restMs(undefined, strikes, NOW) / 60_000)).toEqual([
      10, 20, 40, 1_440,
    ]);
    expect(restMs("soon", 0, NOW)).toBe(600_000);
  });
});
