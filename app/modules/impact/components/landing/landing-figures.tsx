import { useTranslation } from "react-i18next";
import { DASH, useFormat } from "~/ui/format";
import type { PublicFigures } from "../../queries/public-figures.server";

/** What has come of it so far, from the rollups and registers. */
export function LandingFigures({ figures, isDemo }: { figures: PublicFigures; isDemo: boolean }) {
  const { t } = useTranslation("impact");
  const { number, dateTime } = useFormat();
  const entries = [
    ["human", figures.human],
    ["conversions", figures.conversions],
    ["institutions", figures.institutions],
    ["products", figures.products],
    ["creators", figures.creators],
  ] as const;
  return (
    <div className="rounded-hero border border-line bg-surface-raised px-6 py-7 shadow-lift sm:px-9 sm:py-8">
      <h2 className="sr-only">{t("landing.figures.title")}</h2>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-7 sm:grid-cols-3 lg:grid-cols-[1.35fr_1fr_1fr_1fr_1fr]">
        {entries.map(([key, value], index) => (
          <div key={key} className={index === 0 ? "col-span-2 sm:col-span-1" : undefined}>
            <dd
              className={
                index === 0
                  ? "tabular font-extrabold text-[clamp(2.25rem,1.6rem+2.4vw,3.5rem)] text-brand-ink leading-none tracking-[-0.04em]"
                  : "tabular font-extrabold text-[clamp(1.75rem,1.4rem+1.3vw,2.5rem)] leading-none tracking-[-0.035em]"
              }
            >
              {value === null ? DASH : number(value)}
            </dd>
            <dt className="mt-2 text-ink-muted text-sm">{t(`landing.figures.${key}`)}</dt>
          </div>
        ))}
      </dl>
      <p className="mt-6 border-line border-t pt-4 text-ink-subtle text-xs">
        {t("landing.figures.note", { time: dateTime(figures.readAt) })}{" "}
        {isDemo ? (
          <strong className="font-semibold text-accent-ink">{t("landing.figures.noteDemo")}</strong>
        ) : null}
      </p>
    </div>
  );
}
