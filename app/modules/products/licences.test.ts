import { describe, expect, it } from "vitest";
import {
  daysLeft,
  type LicenceFacts,
  type LicenceKind,
  licenceFaults,
  licenceState,
  licenceWarnings,
  normaliseNumber,
  readPirt,
} from "./licences";

const today = "2026-11-21";

function licence(kind: LicenceKind, number: string, change: Partial<LicenceFacts> = {}): LicenceFacts {
  return { kind, number: normaliseNumber(kind, number), issuedOn: null, expiresOn: null, ...change };
}

describe("normaliseNumber", () => {
  it.each<[LicenceKind, string, string]>([
    ["NIB", "9120 0012 3456 7", "9120001234567"],
    ["PIRT", "P-IRT No. 3063306010072-19", "3063306010072-19"],
    ["PIRT", "306330601007219", "3063306010072-19"],
    ["PIRT", "PIRT 306.3306.01.0072-19", "3063306010072-19"],
    ["HALAL", "id 31110000123456789", "ID31110000123456789"],
    ["BPOM_FOOD", "BPOM RI MD 123456789012", "MD 123456789012"],
    ["BPOM_FOOD", "md123456789012", "MD 123456789012"],
    ["BPOM_COSMETIC", "NA 18171234567", "NA18171234567"],
    ["SNI", "sni  3140:2010", "SNI 3140:2010"],
  ])("%s %s becomes %s", (kind, typed, stored) => {
    expect(normaliseNumber(kind, typed)).toBe(stored);
  });
});

describe("readPirt", () => {
  it("takes the sample of BPOM Reg. 22/2018 apart", () => {
    expect(readPirt("3063306010072-19")).toEqual({ packaging: 3, foodType: 6, area: "3306", endYear: 2019 });
  });

  it.each(["0063306010072-19", "9063306010072-19", "306330601007-19", "3063306010072", "abc"])(
    "refuses %s",
    (number) => {
      expect(readPirt(number)).toBeNull();
    },
  );
});

describe("licenceFaults", () => {
  const reasons = (facts: LicenceFacts) => licenceFaults(facts, today).map((fault) => fault.reason);

  it.each<[string, LicenceFacts]>([
    ["a NIB", licence("NIB", "9120001234567")],
    [
      "a P-IRT of five years to the day",
      licence("PIRT", "2063517010045-31", { issuedOn: "2026-11-21", expiresOn: "2031-11-21" }),
    ],
    ["a P-IRT that has run out", licence("PIRT", "3063306010072-19", { expiresOn: "2019-05-01" })],
    ["a Halal certificate", licence("HALAL", "ID31110000123456")],
    ["BPOM food", licence("BPOM_FOOD", "MD 123456789012", { expiresOn: "2030-01-01" })],
    ["a cosmetic notification", licence("BPOM_COSMETIC", "NA18171234567", { expiresOn: "2027-01-01" })],
    ["a trademark in any form", licence("TRADEMARK", "IDM000123456")],
    ["a SNI in any form", licence("SNI", "lain dari biasa")],
  ])("lets %s pass", (_name, facts) => {
    expect(licenceFaults(facts, today)).toEqual([]);
  });

  it.each<[string, LicenceFacts, string]>([
    ["12 digits", licence("NIB", "912000123456"), "number.NIB"],
    ["letters", licence("NIB", "91200012345AB"), "number.NIB"],
    ["packaging digit 9", licence("PIRT", "9063306010072-29", { expiresOn: "2029-01-01" }), "number.PIRT"],
    ["P-IRT without an end", licence("PIRT", "2063517010045-29"), "endMissing"],
    [
      "P-IRT longer than five years",
      licence("PIRT", "2063517010045-31", { issuedOn: "2026-01-01", expiresOn: "2031-01-02" }),
      "tooLong",
    ],
    [
      "P-IRT longer than five years from today",
      licence("PIRT", "2063517010045-31", { expiresOn: "2031-11-22" }),
      "tooLong",
    ],
    [
      "P-IRT number that ends in 2040",
      licence("PIRT", "2063517010045-40", { expiresOn: "2029-01-01" }),
      "pirtYear",
    ],
    [
      "P-IRT date of another year than its number",
      licence("PIRT", "2063517010045-28", { expiresOn: "2029-01-01" }),
      "pirtYearDiffers",
    ],
    ["a KH number for Halal", licence("HALAL", "00120012345678"), "number.HALAL"],
    [
      "BPOM food with 11 digits",
      licence("BPOM_FOOD", "MD 12345678901", { expiresOn: "2030-01-01" }),
      "number.BPOM_FOOD",
    ],
    [
      "cosmetics with 10 digits",
      licence("BPOM_COSMETIC", "NA1817123456", { expiresOn: "2027-01-01" }),
      "number.BPOM_COSMETIC",
    ],
    ["issued tomorrow", licence("NIB", "9120001234567", { issuedOn: "2026-11-22" }), "issuedInFuture"],
    [
      "ended before it began",
      licence("TRADEMARK", "IDM000123456", { issuedOn: "2026-01-01", expiresOn: "2025-01-01" }),
      "endBeforeIssue",
    ],
  ])("refuses %s", (_name, facts, reason) => {
    expect(reasons(facts)).toContain(reason);
  });
});

describe("licenceWarnings", () => {
  it.each<[string, LicenceFacts, string[]]>([
    ["the usual Halal number", licence("HALAL", "ID31110000123456789"), []],
    ["a short Halal number", licence("HALAL", "ID123"), ["unusualNumber"]],
    ["BPOM's 15 digits", licence("BPOM_FOOD", "MD 123456789012345"), ["unusualNumber"]],
    ["imported food", licence("BPOM_FOOD", "ML 123456789012"), ["importNumber"]],
    ["another trademark number", licence("TRADEMARK", "D002024012345"), ["unusualNumber"]],
    ["SNI 3140:2010", licence("SNI", "SNI 3140:2010"), []],
    ["SNI 01-3140-2001", licence("SNI", "SNI 01-3140-2001"), []],
    [
      "a cosmetic of four years",
      licence("BPOM_COSMETIC", "NA18171234567", { issuedOn: "2024-01-01", expiresOn: "2028-01-01" }),
      ["longTerm"],
    ],
  ])("%s", (_name, facts, warnings) => {
    expect(licenceWarnings(facts)).toEqual(warnings);
  });
});

describe("licenceState", () => {
  it.each([
    [null, "valid", null],
    ["2026-11-20", "expired", -1],
    ["2026-11-21", "expiring", 0],
    ["2027-01-20", "expiring", 60],
    ["2027-01-21", "valid", 61],
  ])("until %s it is %s", (expiresOn, state, left) => {
    expect(licenceState({ expiresOn }, today)).toBe(state);
    expect(daysLeft({ expiresOn }, today)).toBe(left);
  });
});
