import { describe, expect, it } from "vitest";
import { clip } from "./cell";

describe("clip", () => {
  it("never leaves half an emoji at the end", () => {
    expect(clip("kopi😀", 5)).toBe("kopi");
    expect(clip("kopi😀", 6)).toBe("kopi😀");
    expect(clip("😀😀", 3)).toBe("😀");
  });

  it("takes out what cannot be stored", () => {
    expect(clip("ko\u0000pi", 10)).toBe("kopi");
    expect(clip("\ud83dkopi\ude00", 10)).toBe("\ufffdkopi\ufffd");
  });
});
