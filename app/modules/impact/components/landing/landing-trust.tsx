import { EyeOff, HeartHandshake, Scale } from "lucide-react";
import { useTranslation } from "react-i18next";

const REASONS = [
  ["dignity", HeartHandshake],
  ["honest", Scale],
  ["private", EyeOff],
] as const;

/** Why it can be trusted, in three sentences that the program keeps. */
export function LandingTrust() {
  const { t } = useTranslation("impact");
  return (
    <section className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
      <h2 className="text-balance font-extrabold text-page tracking-[-0.026em]">
        {t("landing.trust.title")}
      </h2>
      <dl className="grid gap-8 sm:grid-cols-3">
        {REASONS.map(([reason, Icon]) => (
          <div key={reason} className="border-accent border-t-2 pt-5">
            <dt className="flex items-center gap-2.5 font-bold">
              <Icon aria-hidden="true" className="size-5 text-accent-ink" />
              {t(`landing.trust.${reason}`)}
            </dt>
            <dd className="mt-2 text-ink-muted text-sm">{t(`landing.trust.${reason}Text`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
