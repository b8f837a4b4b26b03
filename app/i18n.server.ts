import i18next, { type FlatNamespace, type i18n, type TFunction } from "i18next";
import { RemixI18Next } from "remix-i18next/server";
import { defaultLanguage, i18nOptions, isLanguage, type Language, languages } from "~/i18n";
import { enMessages } from "~/i18n-en";
import { idMessages } from "~/i18n-id";
import type { Translate } from "~/kernel/app-error";
import { languageCookie } from "~/preferences.server";

const resources = { id: idMessages, en: enMessages };

const base: i18n = i18next.createInstance();
await base.init({ ...i18nOptions, lng: defaultLanguage, resources });

const detector = new RemixI18Next({
  detection: {
    supportedLanguages: [...languages],
    fallbackLanguage: defaultLanguage,
    // Indonesian first: a browser that was sold in English does not decide for its owner, the switch does.
    order: ["custom"],
    findLocale: async (request) => languageCookie(request),
  },
  i18next: { ...i18nOptions, resources },
});

/** The language that the reader of this request has chosen, Indonesian otherwise. */
export async function languageOf(request: Request): Promise<Language> {
  const found = await detector.getLocale(request);
  return isLanguage(found) ? found : defaultLanguage;
}

/** An i18next instance in one language, for rendering. Texts are shared between instances. */
export function i18nFor(language: Language): i18n {
  return base.cloneInstance({ lng: language, initImmediate: false });
}

/** Translates without a request: mails, previews, jobs. */
export function translatorFor<Ns extends FlatNamespace>(language: Language, namespace: Ns): TFunction<Ns> {
  return base.getFixedT(language, namespace);
}

/** Translates in the language of the request: page titles, problem texts. */
export async function translatorOf<Ns extends FlatNamespace>(
  request: Request,
  namespace: Ns,
): Promise<TFunction<Ns>> {
  return translatorFor(await languageOf(request), namespace);
}

/** Translates keys known only at run time, in the language of the request: the errors of an API. */
export async function looseTranslatorOf(request: Request): Promise<Translate> {
  return base.getFixedT(await languageOf(request)) as Translate;
}
