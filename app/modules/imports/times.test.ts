import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hintOf, nameTimes, readPeriod, readTime } from "./times";

const at = (text: string) => new Date(`${text}+07:00`);
const pad = (value: number) => String(value).padStart(2, "0");

describe("readTime", () => {
  it.each([
    ["2026-11-02 14:05", "2026-11-02T14:05:00"],
    ["2026-11-02 14:05:09", "2026-11-02T14:05:09"],
    ["2026-11-02", "2026-11-02T00:00:00"],
    ["02/11/2026 14:05:09\t", "2026-11-02T14:05:09"],
    ["2-11-2026 14:05", "2026-11-02T14:05:00"],
    ["2 Nov 2026 14:05", "2026-11-02T14:05:00"],
    ["17 Agustus 2026", "2026-08-17T00:00:00"],
    ["02/11/2026 14.05", "2026-11-02T14:05:00"],
    ["25/12/2026 2:05 PM", "2026-12-25T14:05:00"],
  ])("reads %j with the day first", (text, expected) =>
    expect(readTime(text, "dayFirst")).toEqual(at(expected)),
  );

  it("reads months first after a round trip through Excel", () => {
    expect(readTime("11/2/2026 9:05", "monthFirst")).toEqual(at("2026-11-02T09:05:00"));
    expect(readTime("11/22/2026 9:05", "dayFirst")).toEqual(at("2026-11-22T09:05:00"));
  });

  it("does not guess where the column does not tell", () => {
    expect(readTime("03/04/2026 10:00", null)).toEqual({ fault: "timeAmbiguous" });
    expect(readTime("04/04/2026 10:00", null)).toEqual(at("2026-04-04T10:00:00"));
    expect(hintOf("03/04/2026")).toBe("either");
    expect(hintOf("13/04/2026")).toBe("dayFirst");
    expect(hintOf("04/13/2026")).toBe("monthFirst");
    expect(hintOf("2026-04-13")).toBeNull();
  });

  it.each(["31/02/2026 10:00", "2026-13-01", "2026-11-02 25:00", "Budi", "32/01/2026", "1/1/0001", "13 PM"])(
    "refuses %j",
    (text) => expect(readTime(text, "dayFirst")).toEqual({ fault: "time" }),
  );

  it.each(["", "-", "######"])("finds nothing in %j", (text) =>
    expect(readTime(text, "dayFirst")).toBeNull(),
  );

  it("reads Excel's serials in both calendars", () => {
    expect(readTime({ digits: "46328.5", date: true }, null)).toEqual(at("2026-11-02T12:00:00"));
    expect(readTime({ digits: "44866.5", date: true }, null, true)).toEqual(at("2026-11-02T12:00:00"));
    expect(readTime({ digits: "3", date: false }, null)).toEqual({ fault: "time" });
  });

  it("gives back every minute in every writing", () => {
    const minutes = fc.integer({ min: Date.UTC(2010, 0, 1) / 60_000, max: Date.UTC(2098, 0, 1) / 60_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const local = new Date(minute * 60_000);
        const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()];
        const [hour, part] = [local.getUTCHours(), local.getUTCMinutes()];
        const expected = new Date(local.getTime() - 7 * 3_600_000);
        const clock = `${pad(hour)}:${pad(part)}`;
        expect(readTime(`${year}-${pad(month)}-${pad(day)} ${clock}`, null)).toEqual(expected);
        expect(readTime(`${pad(day)}/${pad(month)}/${year} ${clock}:00`, "dayFirst")).toEqual(expected);
        expect(readTime(`${month}/${day}/${year} ${hour}:${pad(part)}`, "monthFirst")).toEqual(expected);
        const serial = local.getTime() / 86_400_000 + 25_569;
        expect(readTime({ digits: String(serial), date: true }, null)).toEqual(expected);
      }),
    );
  });
});

describe("readPeriod", () => {
  it.each([
    "01/10/2026-31/10/2026",
    "01/10/2026 - 31/10/2026",
    "2026-10-01 - 2026-10-31",
    "2026-10-01 s/d 2026-10-31",
  ])("reads %j", (text) =>
    expect(readPeriod(text, "dayFirst")).toEqual({
      from: at("2026-10-01T00:00:00"),
      to: at("2026-10-31T00:00:00"),
    }),
  );
  it("takes one day for itself and refuses the end before the beginning", () => {
    const day = at("2026-10-01T00:00:00");
    expect(readPeriod("2026-10-01", null)).toEqual({ from: day, to: day });
    expect(readPeriod("2026-10-31 - 2026-10-01", null)).toEqual({ fault: "time" });
  });
});

describe("nameTimes", () => {
  it("finds period and time of export in a file's name", () => {
    expect(nameTimes("Order.all.20261001_20261031.xlsx")).toEqual({
      exportedAt: null,
      period: { from: at("2026-10-01T00:00:00"), to: at("2026-10-31T00:00:00") },
    });
    expect(nameTimes("AffiliateCommissionReport_202611020905.csv")).toEqual({
      exportedAt: at("2026-11-02T09:05:00"),
      period: null,
    });
    expect(nameTimes("pesanan.csv")).toEqual({ exportedAt: null, period: null });
  });
});
