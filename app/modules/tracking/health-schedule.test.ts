import { describe, expect, it } from "vitest";
import { type Health, nextHealth, restMs } from "./health-schedule";
import type { Finding, HealthOutcome } from "./page-health";

const NOW = new Date("2026-11-22T00:00:00Z");
const NEW: Health = { outcome: null, reason: "", told: null, failures: 0, unreachableSince: null };
const finding = (outcome: HealthOutcome, reason = "x"): Finding => ({
  outcome,
  reason,
  httpStatus: 200,
  finalUrl: null,
});

/** What comes of findings one after the other, each when its time has come. */
function course(...findings: Finding[]) {
  return courseOf(false, findings);
}

function courseOf(own: boolean, findings: Finding[]) {
  let health = NEW;
  let at = NOW;
  return findings.map((each) => {
    const NOW = at;
    const next = nextHealth(health, each, at, own, 0.5);
    health = next;
    at = next.nextCheckAt;
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
      (chance) => nextHealth(NEW, finding("OK"), NOW, false, chance).nextCheckAt.getTime() - NOW.getTime(),
    );
    expect(spread.map((ms) => ms / 3_600_000)).toEqual([21.6, 26.4]);
  });
});

describe("a shop that cannot be reached", () => {
  const down = (reason = "timeout") => finding("UNSURE", reason);
  const told = (own: boolean, ...findings: Finding[]) => courseOf(own, findings).map(({ tell }) => tell);

  it("is told of on the third day in a row, once, when it is a Lapas's own, and when it is back", () => {
    const course = courseOf(true, [...Array.from({ length: 7 }, () => down()), finding("OK")]);
    expect(course.map(({ hours }) => hours)).toEqual([6, 12, 24, 24, 24, 24, 24, 24]);
    // Looked at after 0, 6, 18, 42, 66, 90, 114 and 138 hours.
    expect(course.map(({ tell }) => tell)).toEqual([false, false, false, false, true, false, false, true]);
    expect(course[4]?.outcome).toBe("UNSURE");
  });

  it.each(["connection", "tls", "tls-expired", "timeout", "http:500", "http:503"])("counts %s", (reason) => {
    expect(told(true, ...Array.from({ length: 5 }, () => down(reason)))).toEqual([
      ...[false, false, false, false],
      true,
    ]);
  });

  it.each(["robots", "wall", "http:403", "http:429", "shell", "login"])("does not count %s", (reason) => {
    expect(told(true, ...Array.from({ length: 9 }, () => down(reason)))).not.toContain(true);
  });

  it("begins anew when it answered in between", () => {
    const findings = [down(), down(), down(), down(), down("http:403"), down(), down()];
    expect(told(true, ...findings)).not.toContain(true);
  });

  it("is not told of at a marketplace", () => {
    expect(told(false, ...Array.from({ length: 9 }, () => down()))).not.toContain(true);
  });

  it.each(["SOLD_OUT", "MOVED", "GONE"] as const)("is told of once after %s was told", (before) => {
    const findings = [finding(before), ...Array.from({ length: 7 }, () => down()), finding("OK")];
    expect(told(true, ...findings)).toEqual([
      ...[true, false, false, false, false],
      ...[true, false, false, true],
    ]);
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
