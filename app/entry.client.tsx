import { RemixBrowser } from "@remix-run/react";
import i18next from "i18next";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider, initReactI18next } from "react-i18next";
import { defaultLanguage, i18nOptions, isLanguage, type Language } from "~/i18n";

/** Only the language of the page is fetched. */
const messagesOf = {
  id: async () => (await import("~/i18n-id")).idMessages,
  en: async () => (await import("~/i18n-en")).enMessages,
};

declare global {
  interface Window {
    /** Read by the library that Radix locks scrolling with, for the style element that it adds. */
    __webpack_nonce__?: string;
  }
}

async function hydrate() {
  const html = document.documentElement;
  const language: Language = isLanguage(html.lang) ? html.lang : defaultLanguage;
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  if (nonce) window.__webpack_nonce__ = nonce;
  await i18next.use(initReactI18next).init({
    ...i18nOptions,
    lng: language,
    // The page has one language; the switch loads the page afresh.
    fallbackLng: language,
    resources: { [language]: await messagesOf[language]() },
  });
  startTransition(() => {
    hydrateRoot(
      document,
      <I18nextProvider i18n={i18next}>
        <StrictMode>
          <RemixBrowser />
        </StrictMode>
      </I18nextProvider>,
    );
  });
}

void hydrate();
