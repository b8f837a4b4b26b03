import { describe, expect, it } from "vitest";
import { PASSWORD_MAX, passwordStrength, passwordWeakness } from "./password";

describe("passwordWeakness", () => {
  it.each([
    ["ninechars", "tooShort"],
    ["🔑🔑🔑🔑🔑🔑🔑🔑🔑", "tooShort"],
    ["x9".repeat(PASSWORD_MAX), "tooLong"],
    ["aaaaaaaaaaaaaa", "monotonous"],
    ["abababababab", "monotonous"],
    ["abcdefghijklm", "monotonous"],
    ["9876543210987", null],
    ["1234567890", "expected"],
    ["password2026!", "expected"],
    ["KataSandi123", "expected"],
    ["Lapas-1234567", "expected"],
    ["qwertyuiop12", "expected"],
    ["siti.rahmawati", "personal"],
    ["rahmawati99", "personal"],
    ["jendela-biru-77-pagi", null],
    ["rahmawati menanam tiga pohon", null],
  ])("says of %s: %s", (password, weakness) => {
    expect(passwordWeakness(password, ["Siti Rahmawati", "siti.rahmawati@contoh.id"])).toBe(weakness);
  });

  it("takes no part of a name that is too short to matter", () => {
    expect(passwordWeakness("di-atas-genting", ["Adi", "di@di.id"])).toBeNull();
  });
});

describe("passwordStrength", () => {
  it("is 0 exactly for what is refused, and grows with length", () => {
    expect(passwordStrength("password2026!")).toBe(0);
    expect(passwordStrength("kopipanas1")).toBe(1);
    expect(passwordStrength("kopi-panas-17")).toBe(2);
    expect(passwordStrength("kopi panas di beranda pagi")).toBe(3);
  });
});
