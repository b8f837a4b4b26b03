import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { captionParts, checkCaption, diffCaptions, hashtagsIn, withHashtag } from "./caption";

const captionText = fc
  .array(
    fc.constantFrom(
      "kopi",
      " ",
      "\n",
      "#iklan",
      "#KopiSidoarjo",
      "@rina.kuliner",
      ".",
      "!",
      "a#b",
      "enak",
      "☕",
    ),
    { maxLength: 30 },
  )
  .map((words) => words.join(""));

describe("a caption", () => {
  it("loses nothing when it is cut into parts", () => {
    fc.assert(
      fc.property(fc.oneof(captionText, fc.string({ unit: "grapheme" })), (caption) => {
        expect(
          captionParts(caption)
            .map((part) => part.text)
            .join(""),
        ).toBe(caption);
      }),
    );
  });

  it("finds hashtags in any script and case, and ends them at a full stop", () => {
    expect(hashtagsIn("Manis! #iklan. #Kopi_2026,#ad (#UMKM) #kriyabambú")).toEqual([
      "#iklan",
      "#Kopi_2026",
      "#ad",
      "#UMKM",
      "#kriyabambú",
    ]);
  });

  it("does not take anchors and joined signs for hashtags", () => {
    expect(hashtagsIn("lihat https://contoh.id/#iklan dan a#ad serta # iklan dan &#39;")).toEqual([]);
  });

  it("keeps the dots of a mention", () => {
    expect(captionParts("oleh @rina.kuliner.").filter((part) => part.kind === "mention")).toEqual([
      { kind: "mention", text: "@rina.kuliner" },
    ]);
  });
});

describe("the check against the brief", () => {
  const brief = ["#iklan", "#KopiSidoarjo", "#ProdukLapas"];

  it("finds the disclosure and what is missing", () => {
    expect(checkCaption("Kopi! #IKLAN #kopisidoarjo", brief)).toEqual({
      disclosure: "#iklan",
      missing: ["#ProdukLapas"],
    });
  });

  it("takes any of the three disclosures, but not a longer word that begins like one", () => {
    expect(checkCaption("#kerjasama", brief).disclosure).toBe("#kerjasama");
    expect(checkCaption("#iklanku #adventure #ads", brief).disclosure).toBeNull();
  });
});

describe("adding a hashtag", () => {
  it("puts it on a line of its own, beside other hashtags", () => {
    expect(withHashtag("", "#iklan")).toBe("#iklan");
    expect(withHashtag("Enak sekali.", "#iklan")).toBe("Enak sekali.\n\n#iklan");
    expect(withHashtag("Enak.\n\n#iklan ", "#Kopi")).toBe("Enak.\n\n#iklan #Kopi");
  });

  it("adds it once, whatever the caption", () => {
    fc.assert(
      fc.property(captionText, fc.constantFrom("#iklan", "#Baru"), (caption, tag) => {
        const once = withHashtag(caption, tag);
        expect(hashtagsIn(once).map((found) => found.toLowerCase())).toContain(tag.toLowerCase());
        expect(withHashtag(once, tag)).toBe(once);
      }),
    );
  });
});

describe("the difference of two captions", () => {
  it("names the words that came and went", () => {
    expect(diffCaptions("Kopi ini enak", "Kopi Lapas ini enak")).toEqual([
      { kind: "same", text: "Kopi " },
      { kind: "added", text: "Lapas " },
      { kind: "same", text: "ini enak" },
    ]);
    expect(diffCaptions("sama", "sama")).toEqual([{ kind: "same", text: "sama" }]);
    expect(diffCaptions("", "baru")).toEqual([{ kind: "added", text: "baru" }]);
    expect(diffCaptions("lama", "")).toEqual([{ kind: "removed", text: "lama" }]);
  });

  it("gives back both texts", () => {
    fc.assert(
      fc.property(captionText, captionText, (before, after) => {
        const parts = diffCaptions(before, after);
        const join = (without: string) =>
          parts
            .filter((part) => part.kind !== without)
            .map((part) => part.text)
            .join("");
        expect(join("added")).toBe(before);
        expect(join("removed")).toBe(after);
      }),
    );
  });
});
