import { randomInt } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  CODE_ALPHABET,
  makeCouponCode,
  makeLinkCode,
  READ_AS_ABUSE,
  readCouponCode,
  readCouponCodes,
  readLinkCode,
} from "./codes";

describe("link codes", () => {
  it("have no signs that look alike, and no vowels", () => {
    expect(CODE_ALPHABET).not.toMatch(/[01liaeuo]/);
    expect(new Set(CODE_ALPHABET).size).toBe(28);
  });

  it("are made of the alphabet and differ", () => {
    const codes = Array.from({ length: 500 }, () => makeLinkCode(randomInt));
    for (const code of codes) expect(code).toMatch(new RegExp(`^[${CODE_ALPHABET}]{7}$`));
    expect(new Set(codes).size).toBe(500);
  });

  it("are drawn again where chance has written abuse without its vowels", () => {
    const drawn = ["fck2345", "2mmk345", "k7pdm2x"].flatMap((code) =>
      [...code].map((sign) => CODE_ALPHABET.indexOf(sign)),
    );
    expect(makeLinkCode(() => drawn.shift() ?? 0)).toBe("k7pdm2x");
    const codes = Array.from({ length: 20_000 }, () => makeLinkCode(randomInt));
    expect(codes.filter((code) => READ_AS_ABUSE.test(code))).toEqual([]);
    expect(READ_AS_ABUSE.test("bgst")).toBe(true);
  });

  it("are read in any case, and nothing else is", () => {
    expect(readLinkCode("K7Pdm2x")).toBe("k7pdm2x");
    for (const text of ["", "abc", "a/b", "..", "k7pdm2x%20", "k".repeat(33), "k7p\nm2x"]) {
      expect(readLinkCode(text)).toBeNull();
    }
  });
});

describe("coupon codes", () => {
  it("carry the influencer's name", () => {
    expect(makeCouponCode("dewi.lestari", () => 0)).toBe("DEWILEST222");
    expect(makeCouponCode("Zoë_99", () => 8)).toBe("ZOE99BBB");
    expect(makeCouponCode("…", () => 0)).toBe("GAUNG222");
  });

  it("are read as people write them", () => {
    expect(readCouponCode(" dewi-8k3 ")).toBe("DEWI8K3");
    expect(readCouponCode("DEWI 8K3")).toBe("DEWI8K3");
    expect(readCouponCode("x")).toBeNull();
    expect(readCouponCode("'; DROP")).toBeNull();
    expect(readCouponCodes("gratis-ongkir, dewi 8k3;DEWI8K3")).toEqual(["GRATISONGKIR", "DEWI8K3"]);
    expect(readCouponCodes("Diskon 10%")).toEqual([]);
  });

  it("survive being written and read", () => {
    for (const handle of ["sari", "a", "budi-santoso", "ユーザー"]) {
      const code = makeCouponCode(handle, randomInt);
      expect(readCouponCode(code.toLowerCase())).toBe(code);
    }
  });
});
