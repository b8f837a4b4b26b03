import pino from "pino";
import { beforeEach, describe, expect, it } from "vitest";
import { systemContext } from "~/modules/identity/context.server";
import { rotateSalts } from "~/modules/tracking/commands/rotate-salts.server";
import { VisitorSalts } from "~/modules/tracking/internal/salts.server";
import { fixedClock } from "~/platform/clock.server";
import { db } from "~/platform/db.server";

const log = pino({ level: "silent" });
/** Nine in the evening in Jakarta, eleven in Jayapura. */
const NOW = new Date("2026-11-21T14:00:00Z");
const HOUR = 3_600_000;

const days = async () =>
  (await db().dailySalt.findMany({ orderBy: { day: "asc" } })).map((row) =>
    row.day.toISOString().slice(0, 10),
  );
const rotate = (at: Date) => rotateSalts(systemContext("test", { clock: fixedClock(at) }));

beforeEach(async () => {
  await db().$executeRaw`TRUNCATE daily_salt`;
});

describe("rotateSalts", () => {
  it("has salts for today and the days to come, and never changes one", async () => {
    await rotate(NOW);
    expect(await days()).toEqual(["2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24"]);
    const before = await db().dailySalt.findMany();
    await rotate(new Date(NOW.getTime() + HOUR));
    expect(await db().dailySalt.findMany()).toEqual(before);
    for (const row of before) expect(row.salt).toHaveLength(32);
  });

  it("destroys salts 48 hours after their day began", async () => {
    await rotate(NOW);
    const midnight = new Date("2026-11-22T17:00:00Z");
    await rotate(new Date(midnight.getTime() - 1));
    expect((await days())[0]).toBe("2026-11-21");
    expect(await rotate(midnight)).toEqual({ destroyedDays: 1 });
    expect((await days())[0]).toBe("2026-11-22");
  });
});

describe("VisitorSalts", () => {
  it("gives the same visitor the same hash in every process, on one day and in one zone", async () => {
    const one = new VisitorSalts(db(), log);
    const two = new VisitorSalts(db(), log);
    await one.refresh(NOW);
    await two.refresh(NOW);
    const at = NOW.getTime();
    const hash = one.visitorHash("Asia/Jakarta", at, "1.2.3.4 phone id");
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(two.visitorHash("Asia/Jakarta", at + HOUR, "1.2.3.4 phone id")).toBe(hash);
    expect(one.visitorHash("Asia/Jakarta", at, "1.2.3.5 phone id")).not.toBe(hash);
    // Three hours on it is tomorrow in Jakarta; in Jayapura it was tomorrow an hour after.
    expect(one.visitorHash("Asia/Jakarta", at + 3 * HOUR, "1.2.3.4 phone id")).not.toBe(hash);
    const east = one.visitorHash("Asia/Jayapura", at, "1.2.3.4 phone id");
    expect(east).toBe(hash);
    expect(one.visitorHash("Asia/Jayapura", at + HOUR, "1.2.3.4 phone id")).not.toBe(east);
  });

  it("cannot be reproduced once the salt is destroyed", async () => {
    const salts = new VisitorSalts(db(), log);
    await salts.refresh(NOW);
    const hash = salts.visitorHash("Asia/Jakarta", NOW.getTime(), "visitor");
    const later = new Date(NOW.getTime() + 72 * HOUR);
    await rotate(later);
    await salts.refresh(later);
    expect(salts.visitorHash("Asia/Jakarta", NOW.getTime(), "visitor")).not.toBe(hash);
  });
});
