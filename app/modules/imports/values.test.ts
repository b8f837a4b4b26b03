import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Dots,
  dotHintOf,
  isFault,
  MICRO,
  readCount,
  readId,
  readMoney,
  readOrderNumber,
  readRate,
  readText,
  wholeRupiah,
} from "./values";

const rupiah = (text: string, dots: Dots = "thousands") => {
  const micro = readMoney(text, dots);
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
  ])("reads %j of an affiliate report", (text, amount) => expect(rupiah(text, "decimals")).toBe(amount));

  it.each(["", "-", "–", "######", "  \t"])("finds nothing in %j", (text) =>
    expect(readMoney(text, "thousands")).toBeNull(),
  );

  it.each(["Budi", "12a", "1.2.3", "1,2,3.4", "=1+1", "1.000.00", "--5"])("refuses %j", (text) =>
    expect(readMoney(text, "thousands")).toEqual({ fault: "money" }),
  );

  it.each(["025.000", "-025.000", "Rp 01.500,50"])("refuses %j, which is written in no way", (text) => {
    expect(readMoney(text, "thousands")).toEqual({ fault: "money" });
    expect(readMoney(text, "decimals")).toEqual({ fault: "money" });
  });

  it("refuses one dot before three digits where the file writes dots both ways", () => {
    expect(readMoney("Rp 25.000", null)).toEqual({ fault: "moneyAmbiguous" });
    expect(["25000", "1.250.000", "839.99997", "0.125"].map((text) => rupiah(text, null))).toEqual([
      25_000, 1_250_000, 839.99997, 0.125,
    ]);
  });

  it.each([
    ["Rp. 25.000", "either"],
    ["-125.500", "either"],
    ["1.250.000", "thousands"],
    ["25.000,00", "thousands"],
    ["839.99997", "decimals"],
    ["0.125", "decimals"],
    ["15000.125", "decimals"],
    ["25000", "bare"],
    ["500", null],
    ["-", null],
  ])("sees in %j what dots mean: %s", (text, hint) => expect(dotHintOf(text)).toBe(hint));

  it("refuses sums that no order has", () => {
    expect(readMoney("99999999999999", "thousands")).toEqual({ fault: "moneyTooLarge" });
    expect(readMoney({ digits: "1E+300", date: false }, "thousands")).toEqual({ fault: "moneyTooLarge" });
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
          expect(readMoney(text, "thousands"), text).toBe(micro);
        }
        const withCents = `${sign}${dotted},${String(cents).padStart(2, "0")}`;
        if (whole !== 0n) expect(readMoney(withCents, "thousands"), withCents).toBe(micro + extra);
        expect(readMoney({ digits: `${sign}${bare}`, date: false }, "thousands")).toBe(micro);
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
          expect(readMoney(text, "decimals")).toBe(BigInt(whole) * MICRO + BigInt(part) * 10n);
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
  it("takes no telephone number for an order and no sentence for anything", () => {
    expect(readOrderNumber("081234567890")).toEqual({ fault: "idPhone" });
    expect(readOrderNumber("+6281234567890")).toEqual({ fault: "idPhone" });
    expect(readId("Jl. Melati 3, Sidoarjo")).toEqual({ fault: "id" });
  });
});

describe("readText", () => {
  it("lets an item have a number that looks like a telephone's", () => {
    expect(readId("6281234567")).toBe("6281234567");
    expect(readId("6281234567890")).toBe("6281234567890");
  });

  it("leaves a formula as the text that it is", () => expect(readText("=1+1")).toBe("=1+1"));
  it("takes out control signs", () => expect(readText("Kopi\u0000\r\nbubuk\t")).toBe("Kopi bubuk"));
});
