import i18next from "i18next";
import type { Translate } from "~/kernel/app-error";
import { ROLE_NAMES } from "~/modules/identity/role-names";
import en from "../messages/en";
import id from "../messages/id";

const instance = i18next.createInstance();
const ready = instance.init({
  resources: {
    id: { notifications: id, identity: ROLE_NAMES.id },
    en: { notifications: en, identity: ROLE_NAMES.en },
  },
  fallbackLng: "id",
  ns: ["notifications", "identity"],
  defaultNS: "notifications",
  // Texts go into plain text as they are; the HTML twin escapes them itself.
  interpolation: { escapeValue: false },
});

/** Texts for mails, in a person's language: there is no request here to take a translator from. */
export async function translator(locale: string): Promise<Translate> {
  await ready;
  const t = instance.getFixedT(locale);
  return (key, params) => (t as Translate)(key, params);
}
