import { Hourglass } from "lucide-react";
import { useTranslation } from "react-i18next";
import { KEPT_DATA } from "../../about";

/** What is kept of whom, what for, and for how long. */
export function AboutData({ retentionDays }: { retentionDays: number }) {
  const { t } = useTranslation("tracking");
  return (
    <section className="flex flex-col gap-6">
      <div>
        <h2 className="text-balance font-extrabold text-page tracking-[-0.026em]">{t("about.data.title")}</h2>
        <p className="mt-3 max-w-[68ch] text-ink-muted">{t("about.data.lead")}</p>
      </div>
      <dl
        aria-label={t("about.data.caption")}
        className="overflow-hidden rounded-card border border-line bg-surface shadow-card"
      >
        {KEPT_DATA.map((kind) => (
          <div
            key={kind}
            className="grid gap-x-8 gap-y-2 border-line p-5 not-last:border-b md:grid-cols-[9rem_minmax(0,1fr)_17rem] md:px-6"
          >
            <dt className="font-bold">{t(`about.data.kept.${kind}`)}</dt>
            <dd className="text-ink-muted text-sm">{t(`about.data.kept.${kind}Why`)}</dd>
            <dd className="flex gap-2.5 text-sm">
              <Hourglass aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-accent-ink" />
              <span>
                <span className="sr-only">{t("about.data.howLong")}: </span>
                {t(`about.data.kept.${kind}HowLong`, { days: retentionDays })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
