import { z } from "zod";
import { normaliseWhatsapp } from "~/modules/institutions/whatsapp";
import { NICHES } from "./creator";
import { accountUrl, isPlatformUrl, platformSchema } from "./platforms";

/** Parts shared by registration and the profile form. Messages are keys, translated where they are shown. */
export const handleSchema = z
  .string({ error: "creators:error.handle" })
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9._]{1,22})[a-z0-9]$/, { error: "creators:error.handle" });

const displayName = z
  .string({ error: "creators:error.displayName" })
  .trim()
  .min(2, { error: "creators:error.displayName" })
  .max(60, { error: "creators:error.displayName" });

const whatsapp = z
  .string()
  .trim()
  .optional()
  .transform((text, context) => {
    if (!text) return null;
    const number = normaliseWhatsapp(text);
    if (number === null) context.addIssue({ code: "custom", message: "creators:error.whatsapp" });
    return number;
  });

const socialHandle = z
  .string({ error: "creators:error.socialHandle" })
  .trim()
  .transform((text) => text.replace(/^@/, ""))
  .pipe(
    z
      .string()
      .min(1, { error: "creators:error.socialHandle" })
      .max(60, { error: "creators:error.socialHandle" })
      .regex(/^[^\s/?#]+$/, { error: "creators:error.socialHandle" }),
  );

/** The name at Shopee's affiliate programme, as its reports write it: lower case, without @. */
const shopeeUsername = z
  .string()
  .trim()
  .optional()
  .transform((text, context) => {
    const name = text?.replace(/^@/, "").toLowerCase() ?? "";
    if (name === "") return null;
    if (/^[a-z0-9._-]{3,40}$/.test(name)) return name;
    context.addIssue({ code: "custom", message: "creators:error.shopeeUsername" });
    return z.NEVER;
  });

/** Shopee's number of an affiliate: digits. */
const shopeeAffiliateId = z
  .string()
  .trim()
  .regex(/^\d{5,20}$/, { error: "creators:error.shopeeAffiliateId" })
  .optional()
  .transform((text) => text ?? null);

/** One account. The address may be left out where it follows from the handle. */
export const socialAccountSchema = z
  .object({
    platform: platformSchema,
    handle: socialHandle,
    url: z.string().trim().max(300, { error: "creators:error.socialUrl" }).optional(),
    followers: z
      .number({ error: "creators:error.followers" })
      .int({ error: "creators:error.followers" })
      .min(0, { error: "creators:error.followers" })
      .max(1_000_000_000, { error: "creators:error.followers" })
      .nullish()
      .transform((count) => count ?? null),
  })
  .transform((account, context) => {
    const url = account.url || accountUrl(account.platform, account.handle);
    if (url === null || !isPlatformUrl(account.platform, url)) {
      context.addIssue({ code: "custom", path: ["url"], message: "creators:error.socialUrl" });
      return z.NEVER;
    }
    return { ...account, url };
  });

export const MAX_SOCIAL_ACCOUNTS = 8;

export const profileSchema = z
  .object({
    handle: handleSchema,
    displayName,
    bio: z
      .string()
      .trim()
      .max(400, { error: "creators:error.bio" })
      .optional()
      .transform((text) => text ?? ""),
    city: z
      .string()
      .trim()
      .max(60, { error: "creators:error.city" })
      .optional()
      .transform((text) => text ?? ""),
    niches: z
      .array(z.enum(NICHES), { error: "creators:error.niches" })
      .max(5, { error: "creators:error.niches" })
      .optional()
      .transform((list) => list ?? []),
    whatsapp,
    shopeeUsername,
    shopeeAffiliateId,
    socialAccounts: z
      .array(socialAccountSchema)
      .max(MAX_SOCIAL_ACCOUNTS, { error: "creators:error.socialMany" })
      .optional()
      .transform((list) => list ?? []),
  })
  .superRefine((profile, context) => {
    if (profile.shopeeAffiliateId && !profile.shopeeUsername) {
      context.addIssue({
        code: "custom",
        path: ["shopeeUsername"],
        message: "creators:error.shopeeUsernameFirst",
      });
    }
    const seen = new Set<string>();
    profile.socialAccounts.forEach((account, index) => {
      const key = `${account.platform} ${account.handle.toLowerCase()}`;
      if (seen.has(key)) {
        context.addIssue({
          code: "custom",
          path: ["socialAccounts", index, "handle"],
          message: "creators:error.socialTwice",
        });
      }
      seen.add(key);
    });
  });

export type ProfileInput = z.input<typeof profileSchema>;
export type Profile = z.output<typeof profileSchema>;
