import { useTranslation } from "react-i18next";
import { Pattern, Tumpal } from "~/ui/brand";
import { AboutCounting } from "./about-counting";
import { AboutData } from "./about-data";
import { AboutSources } from "./about-sources";

export type AboutPageProps = {
  /** How long clicks are kept, in days. */
  retentionDays: number;
  countryDataDay: Date;
};

/** What Gaung is, how it counts, what it keeps, and whose work it stands on. */
export function AboutPage({ retentionDays, countryDataDay }: AboutPageProps) {
  const { t } = useTranslation("tracking");
  return (
    <>
      <header className="relative">
        <div className="dyed relative isolate overflow-hidden">
          <Pattern name="echo" className="-z-10 text-field-accent opacity-25" />
          <div className="mx-auto max-w-6xl px-4 pt-14 pb-20 sm:px-6 sm:pt-20 sm:pb-24 lg:px-8">
            <h1 className="max-w-[18ch] text-balance font-extrabold text-display tracking-[-0.035em]">
              {t("about.title")}
            </h1>
            <p className="mt-5 max-w-[58ch] text-on-field-muted text-title sm:text-xl sm:leading-relaxed">
              {t("about.lead")}
            </p>
          </div>
        </div>
        <Tumpal className="-mt-4 relative text-ground" />
      </header>
      <div className="mx-auto flex max-w-6xl flex-col gap-16 px-4 py-12 sm:gap-20 sm:px-6 sm:py-16 lg:px-8">
        <AboutCounting />
        <AboutData retentionDays={retentionDays} />
        <AboutSources countryDataDay={countryDataDay} />
      </div>
    </>
  );
}
