import { z } from "zod";
import type { QueryParameter } from "./destination";

/** The five parameters that analytics tools read (support.google.com/analytics/answer/10917952). */
export const UTM_FIELDS = ["source", "medium", "campaign", "content", "term"] as const;
export type UtmField = (typeof UTM_FIELDS)[number];

/** What a template may hold in braces; each stands for what is known of the link. */
export const UTM_VARIABLES = ["platform", "kode", "kampanye", "kreator", "tempat"] as const;
export type UtmVariable = (typeof UTM_VARIABLES)[number];
export type UtmValues = Record<UtmVariable, string>;

const UTM_MAX = 100;
const VARIABLE = /\{([^{}]*)\}/g;

function isVariable(name: string): name is UtmVariable {
  return (UTM_VARIABLES as readonly string[]).includes(name);
}

/** Letters of any script, digits and what is usual in such values; braces only round a variable's name. */
const utmText = z
  .string()
  .trim()
  .max(UTM_MAX, { error: "tracking:link.error.utmLong" })
  .refine((text) => /^[\p{L}\p{N} ._~+\-/{}]*$/u.test(text), { error: "tracking:link.error.utmSigns" })
  .refine((text) => [...text.matchAll(VARIABLE)].every((match) => isVariable(match[1] ?? "")), {
    error: "tracking:link.error.utmVariable",
  })
  .refine((text) => !/[{}]/.test(text.replaceAll(VARIABLE, "")), { error: "tracking:link.error.utmVariable" })
  .default("");

/** A link's UTM template; an empty field is left out of the address. */
export const utmTemplateSchema = z.object({
  source: utmText,
  medium: utmText,
  campaign: utmText,
  content: utmText,
  term: utmText,
});
export type UtmTemplate = z.infer<typeof utmTemplateSchema>;

export const NO_UTM: UtmTemplate = { source: "", medium: "", campaign: "", content: "", term: "" };

/** What the database holds as a template; anything else is no template. */
export function readUtm(stored: unknown): UtmTemplate {
  const read = utmTemplateSchema.safeParse(stored);
  return read.success ? read.data : NO_UTM;
}

/** The template's parameters with the variables filled in, in the usual order. */
export function fillUtm(template: UtmTemplate, values: UtmValues): QueryParameter[] {
  return UTM_FIELDS.flatMap((field) => {
    const text = template[field].replaceAll(VARIABLE, (whole, name: string) =>
      isVariable(name) ? values[name] : whole,
    );
    return text === "" ? [] : [[`utm_${field}`, text] as const];
  });
}
