import { z } from "zod";
import {
  INDONESIA,
  INSTITUTION_CLASSES,
  INSTITUTION_KINDS,
  type InstitutionClass,
  type InstitutionKind,
  nameFault,
} from "./institution";
import { normaliseWhatsapp } from "./whatsapp";

const key = (name: string) => `institutions:error.${name}`;

const whatsapp = z
  .string()
  .trim()
  .max(30, key("whatsapp"))
  .nullish()
  .transform((text, context) => {
    if (!text) return null;
    const digits = normaliseWhatsapp(text);
    if (digits) return digits;
    context.addIssue({ code: "custom", message: key("whatsapp") });
    return z.NEVER;
  });

/** A coordinate in degrees; a decimal comma is read too. */
const degrees = (low: number, high: number) =>
  z
    .preprocess(
      (value) => (typeof value === "string" ? value.trim().replace(",", ".") || undefined : value),
      z.coerce.number(key("coordinate")).min(low, key("coordinate")).max(high, key("coordinate")).nullish(),
    )
    .transform((value) => value ?? null);

const shape = {
  kind: z.enum(INSTITUTION_KINDS, key("kind")),
  class: z
    .enum(INSTITUTION_CLASSES, key("class"))
    .nullish()
    .transform((value) => value ?? null),
  name: z
    .string(key("nameMissing"))
    .trim()
    .min(6, key("nameMissing"))
    .max(120, key("nameLong"))
    .transform((text) => text.replace(/\s+/g, " ")),
  regionId: z.uuid(key("region")),
  city: z.string(key("city")).trim().min(2, key("city")).max(80, key("city")),
  latitude: degrees(INDONESIA.south, INDONESIA.north),
  longitude: degrees(INDONESIA.west, INDONESIA.east),
  whatsapp,
};

type Named = {
  kind: InstitutionKind;
  class: InstitutionClass | null;
  name: string;
  latitude: number | null;
  longitude: number | null;
};

function checkTogether(value: Named, context: z.RefinementCtx): void {
  const fault = nameFault(value.name, value.kind, value.class);
  if (fault) context.addIssue({ code: "custom", path: ["name"], message: key(`name.${fault}`) });
  if ((value.latitude === null) !== (value.longitude === null)) {
    const path = value.latitude === null ? "latitude" : "longitude";
    context.addIssue({ code: "custom", path: [path], message: key("coordinatePair") });
  }
}

/** A new UPT. Without coordinates it stands where its province's capital is; the zone is its Kanwil's. */
export const registerInstitutionSchema = z.object(shape).superRefine(checkTogether);
export type RegisterInstitutionInput = z.input<typeof registerInstitutionSchema> & { isDemo?: boolean };

export const editInstitutionSchema = z
  .object({ institutionId: z.uuid(), ...shape })
  .superRefine(checkTogether);
export type EditInstitutionInput = z.input<typeof editInstitutionSchema>;
