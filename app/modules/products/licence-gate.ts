import type { UserMessage } from "~/kernel/app-error";
import type { Day } from "~/kernel/time";
import { type LicenceFacts, type LicenceKind, licenceState } from "./licences";
import type { ProductKind } from "./product";

/** One demand: any of these licences, valid today, meets it. */
export type LicenceDemand = {
  name: "business" | "food" | "cosmetic" | "halal";
  anyOf: readonly LicenceKind[];
};

const BUSINESS: LicenceDemand = { name: "business", anyOf: ["NIB"] };
const PROCESSED_FOOD: LicenceDemand = { name: "food", anyOf: ["PIRT", "BPOM_FOOD"] };
const COSMETIC: LicenceDemand = { name: "cosmetic", anyOf: ["BPOM_COSMETIC"] };
const HALAL: LicenceDemand = { name: "halal", anyOf: ["HALAL"] };

/**
 * What each kind of product needs before it may be advertised; the reasons stand in this module's README. Where
 * nothing is listed the sources name no licence.
 */
export const LICENCE_DEMANDS: Record<ProductKind, readonly LicenceDemand[]> = {
  FOOD: [BUSINESS, PROCESSED_FOOD],
  BEVERAGE: [BUSINESS, PROCESSED_FOOD],
  COSMETIC: [COSMETIC],
  FASHION: [],
  CRAFT: [],
  FURNITURE: [],
  AGRICULTURE: [],
  OTHER: [],
};

/** Kinds of which "halal" may be said only with a certificate. */
const HALAL_KINDS: ReadonlySet<ProductKind> = new Set(["FOOD", "BEVERAGE", "COSMETIC"]);

/** Whether a text says of the goods that they are halal. */
export function claimsHalal(text: string): boolean {
  return /\bhalal\b/i.test(text);
}

/** What a product needs: its kind's demands, and Halal where its own words claim it. */
export function demandsFor(kind: ProductKind, words: string): LicenceDemand[] {
  const claim = HALAL_KINDS.has(kind) && claimsHalal(words);
  return [...LICENCE_DEMANDS[kind], ...(claim ? [HALAL] : [])];
}

/** ML is the number of imported food: it does not cover what a workshop makes. */
function counts(licence: LicenceFacts): boolean {
  return licence.kind !== "BPOM_FOOD" || licence.number.startsWith("MD");
}

/**
 * Whether a brief for a product may be published today.
 * @param words name and story of the product: "halal" in them asks for the certificate.
 * @returns the reasons against it, as messages for a person; none when it may.
 */
export function licenceGate(
  kind: ProductKind,
  licences: readonly LicenceFacts[],
  today: Day,
  words = "",
): UserMessage[] {
  return demandsFor(kind, words).flatMap((demand) => {
    const held = licences.filter((licence) => demand.anyOf.includes(licence.kind) && counts(licence));
    if (held.some((licence) => licenceState(licence, today) !== "expired")) return [];
    const lapsed = held
      .map((licence) => licence.expiresOn)
      .sort()
      .at(-1);
    if (lapsed) return [{ key: `products:gate.${demand.name}Expired`, params: { date: Date.parse(lapsed) } }];
    return [{ key: `products:gate.${demand.name}Missing` }];
  });
}
