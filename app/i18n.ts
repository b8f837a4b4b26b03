import type { InitOptions } from "i18next";
import type { idMessages } from "~/i18n-id";

/** The languages that Gaung speaks; the first is the one when nothing else is known. */
export const languages = ["id", "en"] as const;
export type Language = (typeof languages)[number];
export const defaultLanguage: Language = "id";

/** One namespace a module, and `ui` for the design system. */
export const namespaces = [
  "ui",
  "shell",
  "institutions",
  "identity",
  "creators",
  "products",
  "campaigns",
  "claims",
  "content",
  "tracking",
  "imports",
  "fraud",
  "impact",
  "notifications",
] as const satisfies (keyof typeof idMessages)[];

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "ui";
    resources: typeof idMessages;
    returnNull: false;
  }
}

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** What server and browser have in common. Resources and language are added where an instance is made. */
export const i18nOptions = {
  supportedLngs: [...languages],
  fallbackLng: defaultLanguage,
  defaultNS: "ui",
  ns: [...namespaces],
  returnNull: false,
  // React escapes already.
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
} satisfies InitOptions;
