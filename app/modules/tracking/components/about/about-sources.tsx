import { Globe2, HeartHandshake } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/ui/format";
import { COUNTRY_DATA, OPEN_SOURCE } from "../../about";

const LINK = "inline-flex min-h-11 items-center font-semibold text-brand-ink underline underline-offset-4";

/** Where the countries come from, with the credit that the licence asks for, and the open source in use. */
export function AboutSources({ countryDataDay }: { countryDataDay: Date }) {
  const { t } = useTranslation("tracking");
  const { date } = useFormat();
  return (
    <div className="grid gap-12 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.6fr)] lg:gap-16">
      <section id="negara" className="scroll-mt-24">
        <h2 className="flex items-center gap-2.5 text-heading">
          <Globe2 aria-hidden="true" className="size-6 text-accent-ink" />
          {t("about.country.title")}
        </h2>
        <p className="mt-3 text-ink-muted">
          {t("about.country.text", { name: COUNTRY_DATA.name, day: date(countryDataDay) })}
        </p>
        <p className="mt-3 flex flex-col items-start">
          <a href={COUNTRY_DATA.href} className={LINK} lang="en">
            {COUNTRY_DATA.credit}
          </a>
          <a href={COUNTRY_DATA.licenceHref} className={LINK} rel="license">
            {t("about.country.licence", { licence: COUNTRY_DATA.licence })}
          </a>
        </p>
      </section>
      <section>
        <h2 className="flex items-center gap-2.5 text-heading">
          <HeartHandshake aria-hidden="true" className="size-6 text-accent-ink" />
          {t("about.thanks.title")}
        </h2>
        <p className="mt-3 max-w-[62ch] text-ink-muted">{t("about.thanks.text")}</p>
        <ul aria-label={t("about.thanks.list")} className="mt-4 grid gap-x-8 sm:grid-cols-2">
          {OPEN_SOURCE.map(({ name, href, licence }) => (
            <li key={name} className="flex items-center justify-between gap-4 border-line border-b">
              <a
                href={href}
                className="inline-flex min-h-11 items-center font-medium underline-offset-4 hover:text-brand-ink hover:underline"
              >
                {name}
              </a>
              <span className="text-ink-subtle text-xs" lang="en">
                {licence}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
