import i18next from "i18next";
import type { Translate } from "~/kernel/app-error";
import { SIGNAL_NAMES } from "~/modules/fraud/signal-names";
import { ROLE_NAMES } from "~/modules/identity/role-names";
import en from "../messages/en";
import id from "../messages/id";

const instance = i18next.createInstance();
const ready = instance.init({
  resources: {
    id: { notifications: id, identity: ROLE_NAMES.id, fraud: SIGNAL_NAMES.id },
    en: { notifications: en, identity: ROLE_NAMES.en, fraud: SIGNAL_NAMES.en },
  },
  fallbackLng: "id",
  ns: ["notifications", "identity", "fraud"],
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
