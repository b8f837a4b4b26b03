import { addDays, type Day, daysBetween } from "~/kernel/time";

export const LICENCE_KINDS = [
  "NIB",
  "PIRT",
  "HALAL",
  "BPOM_FOOD",
  "BPOM_COSMETIC",
  "TRADEMARK",
  "SNI",
] as const;
export type LicenceKind = (typeof LICENCE_KINDS)[number];

/** A licence as far as rules look at it. Days are local to the institution. */
export type LicenceFacts = {
  kind: LicenceKind;
  number: string;
  issuedOn: Day | null;
  expiresOn: Day | null;
};

/** How a kind of licence runs out. `null` years: not limited; `asked`: whether the end must be given. */
type Term = { years: number | null; endAsked: boolean };

/**
 * Terms by kind. NIB: as long as the business runs (PP 24/2018). P-IRT: five years at most (BPOM Reg. 22/2018,
 * art. 4). Halal: as long as composition and process stay the same (Perppu 2/2022). BPOM food: five years.
 * Cosmetics (3), trademark (10) and SNI come from hearsay, so a longer one only warns.
 */
const TERMS: Record<LicenceKind, Term> = {
  NIB: { years: null, endAsked: false },
  PIRT: { years: 5, endAsked: true },
  HALAL: { years: null, endAsked: false },
  BPOM_FOOD: { years: 5, endAsked: true },
  BPOM_COSMETIC: { years: null, endAsked: true },
  TRADEMARK: { years: null, endAsked: false },
  SNI: { years: null, endAsked: false },
};

/** Whether the form must ask for the last day of validity. */
export function needsEnd(kind: LicenceKind): boolean {
  return TERMS[kind].endAsked;
}

export type PirtParts = {
  packaging: number;
  foodType: number;
  area: string;
  endYear: number;
};

const PIRT = /^(?:P-?IRT\s*(?:No\.?\s*)?)?([1-8])(\d{2})(\d{4})(\d{2})(\d{4})-?(\d{2})$/i;

/**
 * Takes a P-IRT number apart: packaging (1), type of food (2), province and regency (4), food's and producer's
 * sequence (2 + 4), last two digits of the year in which it ends (BPOM Reg. 22/2018).
 */
export function readPirt(number: string): PirtParts | null {
  const match = PIRT.exec(
    number
      .trim()
      .replace(/[.\s]+/g, " ")
      .replace(/(?<=\d) (?=\d)/g, ""),
  );
  if (!match) return null;
  const [, packaging, type, area, , , year] = match;
  return {
    packaging: Number(packaging),
    foodType: Number(type),
    area: area ?? "",
    endYear: 2000 + Number(year),
  };
}

/** How a number is written down, so that the same licence is recognised again. */
export function normaliseNumber(kind: LicenceKind, text: string): string {
  const tidy = text.trim().replace(/\s+/g, " ").toUpperCase();
  if (kind === "NIB") return tidy.replace(/[\s.-]/g, "");
  if (kind === "PIRT") {
    const digits = tidy.replace(/^P-?IRT\s*(NO\.?)?\s*/, "").replace(/\D/g, "");
    return digits.length === 15 ? `${digits.slice(0, 13)}-${digits.slice(13)}` : tidy;
  }
  if (kind === "BPOM_FOOD") {
    const match = /^(?:BPOM )?(?:RI )?(MD|ML) ?([\d ]+)$/.exec(tidy);
    return match ? `${match[1]} ${(match[2] ?? "").replaceAll(" ", "")}` : tidy;
  }
  return kind === "SNI" ? tidy : tidy.replaceAll(" ", "");
}

type Rule = { must?: RegExp; usual?: RegExp };

/** `must`: from a published source, refused otherwise. `usual`: from hearsay, so that another form only warns. */
const NUMBER_RULES: Record<LicenceKind, Rule> = {
  NIB: { must: /^\d{13}$/ },
  PIRT: { must: PIRT },
  HALAL: { must: /^ID\d+$/, usual: /^ID\d{14,17}$/ },
  BPOM_FOOD: { must: /^(MD|ML) \d{12}(\d{3})?$/, usual: /^(MD|ML) \d{12}$/ },
  BPOM_COSMETIC: { must: /^NA\d{11}$/ },
  TRADEMARK: { usual: /^IDM\d{9}$/ },
  SNI: { usual: /^SNI (\d{2}-)?\d{4}(-|:)\d{4}$/ },
};

export type LicenceFault = { field: "number" | "issuedOn" | "expiresOn"; reason: string };

/**
 * What is wrong with a licence, by field; the messages are `products:error.licence.REASON`. `number` must already be
 * normalised.
 */
export function licenceFaults(licence: LicenceFacts, today: Day): LicenceFault[] {
  const faults: LicenceFault[] = [];
  const { kind, number, issuedOn, expiresOn } = licence;
  if (NUMBER_RULES[kind].must?.test(number) === false)
    faults.push({ field: "number", reason: `number.${kind}` });
  if (needsEnd(kind) && !expiresOn) faults.push({ field: "expiresOn", reason: "endMissing" });
  if (issuedOn && issuedOn > today) faults.push({ field: "issuedOn", reason: "issuedInFuture" });
  if (issuedOn && expiresOn && expiresOn <= issuedOn)
    faults.push({ field: "expiresOn", reason: "endBeforeIssue" });
  const years = TERMS[kind].years;
  if (years && expiresOn && expiresOn > addYears(issuedOn ?? today, years)) {
    faults.push({ field: "expiresOn", reason: "tooLong" });
  }
  if (kind === "PIRT") faults.push(...pirtFaults(number, expiresOn, today));
  return faults;
}

/** The number itself says the year of its end: at most five years ahead, and the year of the date given. */
function pirtFaults(number: string, expiresOn: Day | null, today: Day): LicenceFault[] {
  const parts = readPirt(number);
  if (!parts) return [];
  if (parts.endYear > Number(today.slice(0, 4)) + 5) return [{ field: "number", reason: "pirtYear" }];
  if (expiresOn && Number(expiresOn.slice(0, 4)) !== parts.endYear) {
    return [{ field: "expiresOn", reason: "pirtYearDiffers" }];
  }
  return [];
}

export type LicenceWarning = "unusualNumber" | "importNumber" | "longTerm";

/** What a person should look at again; never a reason to refuse. Messages: `products:licence.warning.NAME`. */
export function licenceWarnings(licence: LicenceFacts): LicenceWarning[] {
  const { kind, number, issuedOn, expiresOn } = licence;
  const warnings: LicenceWarning[] = [];
  if (NUMBER_RULES[kind].usual?.test(number) === false) warnings.push("unusualNumber");
  if (kind === "BPOM_FOOD" && number.startsWith("ML")) warnings.push("importNumber");
  const usualYears = kind === "BPOM_COSMETIC" ? 3 : kind === "TRADEMARK" ? 10 : null;
  if (usualYears && issuedOn && expiresOn && expiresOn > addYears(issuedOn, usualYears))
    warnings.push("longTerm");
  return warnings;
}

/** The same day so many years later; 29 February becomes 1 March where there is none. */
function addYears(day: Day, years: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10);
}

/** How long before its end a licence is shown as running out, in days. */
export const EXPIRING_DAYS = 60;

export type LicenceState = "valid" | "expiring" | "expired";

/** Where a licence stands today. It is good on its last day still. */
export function licenceState(licence: Pick<LicenceFacts, "expiresOn">, today: Day): LicenceState {
  if (!licence.expiresOn) return "valid";
  if (licence.expiresOn < today) return "expired";
  return licence.expiresOn <= addDays(today, EXPIRING_DAYS) ? "expiring" : "valid";
}

/** Days until the last day of validity; negative when it is over. Null where it does not end. */
export function daysLeft(licence: Pick<LicenceFacts, "expiresOn">, today: Day): number | null {
  return licence.expiresOn ? daysBetween(today, licence.expiresOn) : null;
}
