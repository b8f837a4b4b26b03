import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CODE_ALPHABET, foldCode, readLinkCode } from "./codes";
import { ownCodeFault, suggestCodes } from "./own-code.server";
import { tidyOwnCode } from "./own-code-form";

describe("ownCodeFault", () => {
  it.each([
    "kopi-bunga",
    "kopi-lapas",
    "sabun-dewi",
    "semen-putih",
    "batako-semen",
    "pantai-kuta",
    "kasur-kapuk",
    "titik-kopi",
    "analisa-rasa",
    "batik-tulis-2026",
    "babinsa",
    "scunthorpe",
    "kasih-ibu",
    "tas-anyaman",
    "kukis-coklat",
    "sepatu-kulit",
    "assalamualaikum",
    "dewi4you",
    "gula-aren-asli",
    "klasik",
  ])("takes %s", (code) => {
    expect(ownCodeFault(code)).toBeNull();
  });

  it.each([
    ["abc", "short"],
    ["k".repeat(33), "long"],
    ["kopi!", "signs"],
    ["kopí", "signs"],
    ["-kopi", "hyphens"],
    ["kopi--bunga", "hyphens"],
    ["2026", "digits"],
    ["admin", "reserved"],
    ["adm1n", "reserved"],
    ["l4pas", null],
    ["lapas", "reserved"],
    ["1apas", "reserved"],
    ["ga-ung", "reserved"],
    ["ditjenpas", "official"],
    ["d1tjen-pas", "official"],
    ["promo-kemenimipas", "official"],
    ["akun-resmi", "official"],
    ["kontol", "offensive"],
    ["k0nt0l-enak", "offensive"],
    ["kon-tol", "offensive"],
    ["kontoool", "offensive"],
    ["kopi-tai", "offensive"],
    ["bekas-napi", "offensive"],
    ["kopi-n4pi", "offensive"],
    ["karya-narapidana", "offensive"],
    ["fuck", "offensive"],
    ["f-u-c-k", "offensive"],
    ["sh1t-kopi", "offensive"],
    ["b1tch", "offensive"],
  ] as const)("%s: %s", (code, fault) => {
    expect(ownCodeFault(code)).toBe(fault);
  });

  it("what it takes, the redirect reads", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-z-]{1,40}$/), (code) => {
        if (ownCodeFault(code) === null) expect(readLinkCode(code.toUpperCase())).toBe(code);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("tidyOwnCode", () => {
  it("brings what people type into form", () => {
    expect(tidyOwnCode("  Kopi Bunga_Dewi ")).toBe("kopi-bunga-dewi");
    expect(tidyOwnCode("Café Olé")).toBe("cafe-ole");
  });
});

describe("foldCode", () => {
  it("makes codes that look alike one", () => {
    for (const alike of ["k0pi-1i1o", "kopilil0", "kop-i-l-i-l-o", "kopl-iilo"]) {
      expect(foldCode(alike)).toBe(foldCode("kopi-lilo"));
    }
    expect(foldCode("kopi-2")).not.toBe(foldCode("kopi-3"));
  });

  it("leaves codes of chance as they are", () => {
    expect(foldCode(CODE_ALPHABET)).toBe(CODE_ALPHABET);
  });
});

describe("suggestCodes", () => {
  it("keeps the spirit and the length, and suggests nothing bad", () => {
    expect(suggestCodes("kopi-bunga", ["Dewi", "story", "napi"])).toEqual([
      "kopi-bunga-dewi",
      "kopi-bunga-story",
      "kopi-bunga-2",
      "kopi-bunga-3",
    ]);
    for (const code of suggestCodes("k".repeat(32), ["dewi.lestari"]))
      expect(code.length).toBeLessThanOrEqual(32);
  });
});
