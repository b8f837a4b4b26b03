import { describe, expect, it } from "vitest";
import { LICENCE_DEMANDS, licenceGate } from "./licence-gate";
import { type LicenceFacts, type LicenceKind, normaliseNumber } from "./licences";
import { PRODUCT_KINDS, type ProductKind } from "./product";

const today = "2026-11-21";
const numbers: Record<LicenceKind, string> = {
  NIB: "9120001234567",
  PIRT: "2063517010045-29",
  HALAL: "ID31110000123456",
  BPOM_FOOD: "MD 123456789012",
  BPOM_COSMETIC: "NA18171234567",
  TRADEMARK: "IDM000123456",
  SNI: "SNI 3140:2010",
};

function held(kind: LicenceKind, expiresOn: string | null = null, number = numbers[kind]): LicenceFacts {
  return { kind, number: normaliseNumber(kind, number), issuedOn: null, expiresOn };
}

describe("licenceGate", () => {
  it.each<[string, ProductKind, LicenceFacts[], string]>([
    ["food with NIB and P-IRT", "FOOD", [held("NIB"), held("PIRT", "2029-01-01")], ""],
    ["food with NIB and MD", "FOOD", [held("NIB"), held("BPOM_FOOD", "2029-01-01")], ""],
    ["food on its licence's last day", "FOOD", [held("NIB"), held("PIRT", today)], ""],
    [
      "a new P-IRT beside an old one",
      "FOOD",
      [held("NIB"), held("PIRT", "2020-01-01"), held("PIRT", "2029-01-01")],
      "",
    ],
    ["a drink with NIB and P-IRT", "BEVERAGE", [held("NIB"), held("PIRT", "2029-01-01")], ""],
    ["a cosmetic with its notification", "COSMETIC", [held("BPOM_COSMETIC", "2027-01-01")], ""],
    ["a craft without papers", "CRAFT", [], ""],
    ["furniture that says halal", "FURNITURE", [], "Talenan halal"],
    [
      "halal food with its certificate",
      "FOOD",
      [held("NIB"), held("PIRT", "2029-01-01"), held("HALAL")],
      "Keripik Halal",
    ],
  ])("lets %s pass", (_name, kind, licences, words) => {
    expect(licenceGate(kind, licences, today, words)).toEqual([]);
  });

  it.each<[string, ProductKind, LicenceFacts[], string, string[]]>([
    ["food without papers", "FOOD", [], "", ["businessMissing", "foodMissing"]],
    ["food without NIB", "FOOD", [held("PIRT", "2029-01-01")], "", ["businessMissing"]],
    ["food with an ended P-IRT", "FOOD", [held("NIB"), held("PIRT", "2026-11-20")], "", ["foodExpired"]],
    [
      "food with an import number",
      "FOOD",
      [held("NIB"), held("BPOM_FOOD", "2029-01-01", "ML 123456789012")],
      "",
      ["foodMissing"],
    ],
    ["a drink with NIB only", "BEVERAGE", [held("NIB")], "", ["foodMissing"]],
    ["a cosmetic with P-IRT", "COSMETIC", [held("PIRT", "2029-01-01")], "", ["cosmeticMissing"]],
    [
      "food that says halal without it",
      "FOOD",
      [held("NIB"), held("PIRT", "2029-01-01")],
      "100% HALAL!",
      ["halalMissing"],
    ],
    [
      "a halal certificate that ended",
      "FOOD",
      [held("NIB"), held("PIRT", "2029-01-01"), held("HALAL", "2025-01-01")],
      "halal",
      ["halalExpired"],
    ],
  ])("stops %s", (_name, kind, licences, words, reasons) => {
    expect(licenceGate(kind, licences, today, words).map((reason) => reason.key)).toEqual(
      reasons.map((reason) => `products:gate.${reason}`),
    );
  });

  it("names the day on which the last one ended", () => {
    const licences = [held("NIB"), held("PIRT", "2020-01-01"), held("PIRT", "2026-03-31")];
    expect(licenceGate("FOOD", licences, today)).toEqual([
      { key: "products:gate.foodExpired", params: { date: Date.UTC(2026, 2, 31) } },
    ]);
  });

  it("decides for every kind", () => {
    expect(Object.keys(LICENCE_DEMANDS).sort()).toEqual([...PRODUCT_KINDS].sort());
  });
});
