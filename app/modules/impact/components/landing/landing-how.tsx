import { useTranslation } from "react-i18next";
import { Pattern, type PatternName } from "~/ui/brand";
import { ButtonLink } from "~/ui/button";

const PEOPLE = [
  { who: "influencer", to: "/daftar", pattern: "echo" },
  { who: "lapas", to: "/masuk", pattern: "kawung" },
  { who: "directorate", to: "/dasbor", pattern: "parang" },
] as const satisfies readonly { who: string; to: string; pattern: PatternName }[];

/** What it does for each of three kinds of people, and where they begin. */
export function LandingHow() {
  const { t } = useTranslation("impact");
  return (
    <section className="flex flex-col gap-7">
      <h2 className="text-balance font-extrabold text-page tracking-[-0.026em]">{t("landing.how.title")}</h2>
      <ul className="grid gap-5 lg:grid-cols-3">
        {PEOPLE.map(({ who, to, pattern }) => (
          <li
            key={who}
            className="relative isolate flex flex-col overflow-hidden rounded-hero border border-line bg-surface shadow-card"
          >
            <div className="dyed relative isolate h-24 overflow-hidden">
              <Pattern name={pattern} className="-z-10 text-field-accent opacity-30" />
            </div>
            <div className="flex grow flex-col items-start gap-3 p-6 sm:p-7">
              <h3 className="text-heading">{t(`landing.how.${who}.title`)}</h3>
              <p className="grow text-ink-muted">{t(`landing.how.${who}.text`)}</p>
              <ButtonLink to={to} variant={who === "influencer" ? "primary" : "secondary"} className="mt-2">
                {t(`landing.how.${who}.action`)}
              </ButtonLink>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
