import { z } from "zod";
import { OFFICER_ROLES, scopeKind } from "./invitation-rules";
import { PASSWORD_MAX, passwordWeakness } from "./password";

/** Version of the terms and the privacy notice that a person agrees to; the audit trail keeps it (UU 27/2022 art. 24). */
export const TERMS_VERSION = "2026-11";

export const LOCALES = ["id", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export const API_SCOPES = ["conversions:write", "stats:read"] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** An address in lower case. 254 is the longest that SMTP can carry (RFC 5321, 4.5.3.1.3). */
export const emailSchema = z
  .string({ error: "identity:error.emailMissing" })
  .trim()
  .toLowerCase()
  .max(254, "identity:error.emailInvalid")
  .pipe(z.email("identity:error.emailInvalid"));

export const nameSchema = z
  .string({ error: "identity:error.nameMissing" })
  .trim()
  .min(2, "identity:error.nameShort")
  .max(80, "identity:error.nameLong");

const newPasswordText = z
  .string({ error: "identity:error.passwordMissing" })
  .max(PASSWORD_MAX * 4, "identity:error.password.tooLong");

type WithNewPassword = { password: string; name?: string | undefined; email?: string | undefined };

/** For `superRefine`: the password must stand up to its rule, given the name and address beside it. */
function refinePassword(value: WithNewPassword, context: z.RefinementCtx): void {
  const weakness = passwordWeakness(value.password, [value.name ?? "", value.email ?? ""]);
  if (weakness)
    context.addIssue({ code: "custom", path: ["password"], message: `identity:error.password.${weakness}` });
}

export const signInSchema = z.object({
  email: emailSchema,
  password: z.string({ error: "identity:error.passwordMissing" }).max(PASSWORD_MAX * 4),
  ke: z.string().optional(),
});

export const registerSchema = z
  .object({
    name: nameSchema,
    email: emailSchema,
    password: newPasswordText,
    consent: z.literal(true, { error: "identity:error.consentMissing" }),
  })
  .superRefine(refinePassword);
export type RegisterInput = z.infer<typeof registerSchema>;

export const forgotPasswordSchema = z.object({ email: emailSchema });

export const newPasswordSchema = z.object({ password: newPasswordText }).superRefine(refinePassword);

export const acceptInvitationSchema = z
  .object({
    name: nameSchema,
    password: newPasswordText,
    consent: z.literal(true, { error: "identity:error.consentMissing" }),
  })
  .superRefine(refinePassword);

export const profileSchema = z.object({
  name: nameSchema,
  locale: z.enum(LOCALES, { error: "identity:error.localeUnknown" }),
});

export const changePasswordSchema = z
  .object({
    currentPassword: z.string({ error: "identity:error.passwordMissing" }).max(PASSWORD_MAX * 4),
    password: newPasswordText,
  })
  .superRefine(refinePassword);

export const inviteSchema = z
  .object({
    email: emailSchema,
    role: z.enum(OFFICER_ROLES, { error: "identity:error.roleMissing" }),
    institutionId: z.uuid().optional(),
    regionId: z.uuid().optional(),
  })
  .superRefine((value, context) => {
    const kind = scopeKind(value.role);
    if (kind === "institution" && !value.institutionId)
      context.addIssue({
        code: "custom",
        path: ["institutionId"],
        message: "identity:error.institutionMissing",
      });
    if (kind === "region" && !value.regionId)
      context.addIssue({ code: "custom", path: ["regionId"], message: "identity:error.regionMissing" });
  });
export type InviteInput = z.infer<typeof inviteSchema>;

export const createApiKeySchema = z.object({
  name: z
    .string({ error: "identity:error.keyNameMissing" })
    .trim()
    .min(2, "identity:error.keyNameMissing")
    .max(60, "identity:error.keyNameLong"),
  scopes: z.array(z.enum(API_SCOPES)).min(1, "identity:error.keyScopesMissing"),
});
