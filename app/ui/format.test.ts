import { describe, expect, it } from "vitest";
import { DASH, formatFor } from "./format";

const id = formatFor("id");
const en = formatFor("en");
const moment = new Date("2026-11-21T17:30:00Z");

describe("figures", () => {
  it("groups as the language does", () => {
    expect(id.rupiah(1_250_000n)).toBe("Rp1.250.000");
    expect(en.rupiah("1250000")).toBe("Rp1,250,000");
    expect(id.number(1234.56, 1)).toBe("1.234,6");
    expect(id.percent(0.125)).toBe("12,5%");
  });

  it("puts the minus before the currency", () => {
    expect(id.rupiah(-5000n)).toBe("−Rp5.000");
  });

  it("keeps amounts that a number could not hold", () => {
    expect(id.rupiah(9_007_199_254_740_993n)).toBe("Rp9.007.199.254.740.993");
  });

  it("shows what is missing as a dash, and zero as zero", () => {
    for (const write of [id.number, id.rupiah, id.compact, id.percent, id.date, id.dateTime, id.relative]) {
      expect(write(null)).toBe(DASH);
      expect(write(undefined)).toBe(DASH);
    }
    expect(id.percent(Number.NaN)).toBe(DASH);
    expect(id.number(0)).toBe("0");
    expect(id.rupiah(0n)).toBe("Rp0");
  });
});

describe("moments", () => {
  it("are shown in the zone asked for, and name it", () => {
    expect(id.dateTime(moment)).toBe("22 Nov 2026, 00.30 WIB");
    expect(id.dateTime(moment, "Asia/Makassar")).toBe("22 Nov 2026, 01.30 WITA");
    expect(en.dateTime(moment, "Asia/Jayapura")).toBe("22 Nov 2026, 02:30 WIT");
    expect(id.date("2026-11-21T16:59:59Z")).toBe("21 Nov 2026");
  });

  it("are told from now in the nearest unit", () => {
    const ago = (milliseconds: number) => id.relative(new Date(moment.getTime() - milliseconds), moment);
    expect(ago(20_000)).toBe("sekarang");
    expect(ago(5 * 60_000)).toBe("5 menit yang lalu");
    expect(ago(86_400_000)).toBe("kemarin");
    expect(ago(2 * 86_400_000)).toBe("2 hari yang lalu");
    expect(ago(-3 * 3_600_000)).toBe("dalam 3 jam");
    expect(en.relative(new Date(moment.getTime() - 3_600_000), moment)).toBe("1 hour ago");
  });
});
