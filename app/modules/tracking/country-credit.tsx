import { useTranslation } from "react-i18next";
import { COUNTRY_DATA } from "./about";

/** The credit that the country database's licence asks for wherever countries are shown. */
export function CountryCredit() {
  const { t } = useTranslation("tracking");
  return (
    <p className="text-ink-muted text-xs">
      {t("trait.countrySource")}{" "}
      <a className="underline" href={COUNTRY_DATA.href} rel="noreferrer">
        {COUNTRY_DATA.credit}
      </a>
    </p>
  );
}
