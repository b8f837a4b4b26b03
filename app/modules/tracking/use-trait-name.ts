import { useTranslation } from "react-i18next";
import { useFormat } from "~/ui/format";
import { useMessage } from "~/ui/message";
import { OTHER_VALUES, UNKNOWN_VALUE } from "./trait-values";

/** The reader's words for a trait's values: devices and languages in words, apps and hosts as they call themselves. */
export function useTraitName(): (dimension: string, value: string) => string {
  const { t } = useTranslation("tracking");
  const say = useMessage();
  const { locale } = useFormat();
  return (dimension, value) => {
    if (value === OTHER_VALUES) return t("trait.other");
    if (value === UNKNOWN_VALUE) return t(dimension === "REFERRER" ? "trait.direct" : "trait.unknown");
    if (dimension === "COUNTRY") return displayName(locale, "region", value);
    if (dimension === "LANGUAGE") return displayName(locale, "language", value);
    return dimension === "REFERRER" ? value : say(`tracking:trait.value.${value}`);
  };
}

function displayName(locale: string, type: "region" | "language", code: string): string {
  const name = new Intl.DisplayNames([locale], { type, fallback: "code" }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
