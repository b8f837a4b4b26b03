import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFault, MICRO, readCount, readId, readMoney, readRate, readText, wholeRupiah } from "./values";

const rupiah = (text: string, dotDecimal = false) => {
  const micro = readMoney(text, dotDecimal);
  return typeof micro === "bigint" ? Number(micro) / 1e6 : micro;
};

describe("readMoney", () => {
  it.each([
    ["25.000", 25_000],
    ["Rp 25.000", 25_000],
    ["Rp25.000,00", 25_000],
    ["rp. 1.250.000", 1_250_000],
    ["IDR 1.250.000", 1_250_000],
    ["1.500,50", 1_500.5],
    ["1,500.50", 1_500.5],
    ["25,000", 25_000],
    ["25000", 25_000],
    ["25000.5", 25_000.5],
    ["0", 0],
    ["-25.000", -25_000],
    ["-Rp25.000", -25_000],
    ["Rp-25.000", -25_000],
    ["(25.000)", -25_000],
    ["50000\t", 50_000],
    ["\u00a0Rp\u00a025.000", 25_000],
    ["25.000,-", 25_000],
    ["2.5E4", 25_000],
  ])("reads %j", (text, amount) => expect(rupiah(text)).toBe(amount));

  it.each([
    ["839.99997", 839.99997],
    ["12500", 12_500],
    ["-839.99997", -839.99997],
    ["25.000", 25],
    ["1.500.000", 1_500_000],
    ["839,99997", 839.99997],
  ])("reads %j of an affiliate report", (text, amount) => expect(rupiah(text, true)).toBe(amount));

  it.each(["", "-", "–", "######", "  \t"])("finds nothing in %j", (text) =>
    expect(readMoney(text, false)).toBeNull(),
  );

  it.each(["Budi", "12a", "1.2.3", "1,2,3.4", "=1+1", "1.000.00", "--5"])("refuses %j", (text) =>
    expect(readMoney(text, false)).toEqual({ fault: "money" }),
  );

  it("refuses sums that no order has", () => {
    expect(readMoney("99999999999999", false)).toEqual({ fault: "moneyTooLarge" });
    expect(readMoney({ digits: "1E+300", date: false }, false)).toEqual({ fault: "moneyTooLarge" });
  });

  it("gives back every amount in every writing", () => {
    const amounts = fc.bigInt({ min: -9_999_999_999n, max: 9_999_999_999n });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const sign = whole < 0n ? "-" : "";
        const bare = String(whole < 0n ? -whole : whole);
        const dotted = bare.replace(/\B(?=(\d{3})+$)/g, ".");
        const micro = whole * MICRO;
        const extra = BigInt(cents) * 10_000n * (whole < 0n ? -1n : 1n);
        for (const text of [
          `${sign}${bare}`,
          `${sign}${dotted}`,
          `${sign}Rp ${dotted}`,
          `${sign}${dotted},00`,
        ]) {
          expect(readMoney(text, false), text).toBe(micro);
        }
        const withCents = `${sign}${dotted},${String(cents).padStart(2, "0")}`;
        if (whole !== 0n) expect(readMoney(withCents, false), withCents).toBe(micro + extra);
        expect(readMoney({ digits: `${sign}${bare}`, date: false }, false)).toBe(micro);
      }),
    );
  });

  it("gives back micro-rupiah with their dot, to the fifth decimal", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000 }),
        fc.integer({ min: 1, max: 99_999 }),
        (whole, part) => {
          const text = `${whole}.${String(part).padStart(5, "0")}`;
          expect(readMoney(text, true)).toBe(BigInt(whole) * MICRO + BigInt(part) * 10n);
        },
      ),
    );
  });
});

describe("wholeRupiah", () => {
  it("rounds half away from zero", () => {
    expect(wholeRupiah(839_999_970n)).toBe(840n);
    expect(wholeRupiah(1_500_000n)).toBe(2n);
    expect(wholeRupiah(-1_500_000n)).toBe(-2n);
    expect(wholeRupiah(1_499_999n)).toBe(1n);
  });
});

describe("readCount and readRate", () => {
  it("counts whole things", () => {
    expect(readCount("1.234")).toBe(1_234);
    expect(readCount({ digits: "3", date: false })).toBe(3);
    expect(readCount("-")).toBeNull();
    expect(isFault(readCount("1,5"))).toBe(true);
    expect(isFault(readCount("-2"))).toBe(true);
  });

  it.each([
    ["5%", 50_000n],
    ["5,12 %", 51_200n],
    ["0.05", 50_000n],
    ["5", 50_000n],
    ["0,05", 50_000n],
    ["100%", 1_000_000n],
    ["1", 1_000_000n],
  ])("reads the share %j", (text, micro) => expect(readRate(text)).toBe(micro));
});

describe("readId", () => {
  it.each(["240101ABCDEF12", "576461413038786132", "INV/20240101/MPL/3600000000", "576461413038786132\t"])(
    "keeps %j",
    (text) => expect(readId(text)).toBe(text.trim()),
  );
  it.each(["5,8E+17", "5.80E+17", "7,49479E+18"])("refuses the rounded %j", (text) =>
    expect(readId(text)).toEqual({ fault: "idRounded" }),
  );
  it("refuses a spreadsheet's number of more than 15 digits, whose end Excel made zero", () => {
    expect(readId({ digits: "576461413038786000", date: false })).toEqual({ fault: "idRounded" });
    expect(readId({ digits: "123456789012345", date: false })).toBe("123456789012345");
  });
  it("takes no telephone number and no sentence", () => {
    expect(readId("081234567890")).toEqual({ fault: "idPhone" });
    expect(readId("+6281234567890")).toEqual({ fault: "idPhone" });
    expect(readId("Jl. Melati 3, Sidoarjo")).toEqual({ fault: "id" });
  });
});

describe("readText", () => {
  it("leaves a formula as the text that it is", () => expect(readText("=1+1")).toBe("=1+1"));
  it("takes out control signs", () => expect(readText("Kopi\u0000\r\nbubuk\t")).toBe("Kopi bubuk"));
});
