import {
  BadgeCheck,
  Bot,
  Eye,
  IdCard,
  type LucideIcon,
  Repeat,
  TriangleAlert,
  UserRound,
  Users,
  Zap,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { Pattern } from "~/ui/brand";
import { cn } from "~/ui/cn";
import { TOLD_VERDICTS } from "../../about";

const ICONS: Record<(typeof TOLD_VERDICTS)[number], LucideIcon> = {
  human: UserRound,
  bot: Bot,
  preview: Eye,
  prefetch: Zap,
  staff: IdCard,
  duplicate: Repeat,
  suspicious: TriangleAlert,
};

/** The seven verdicts in plain words; the one that counts as a visit stands out. */
export function AboutCounting() {
  const { t } = useTranslation("tracking");
  return (
    <section className="flex flex-col gap-7">
      <div>
        <h2 className="text-balance font-extrabold text-page tracking-[-0.026em]">
          {t("about.counting.title")}
        </h2>
        <p className="mt-3 max-w-[68ch] text-ink-muted">{t("about.counting.lead")}</p>
      </div>
      <dl className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {TOLD_VERDICTS.map((verdict, index) => {
          const Icon = ICONS[verdict];
          const counts = index === 0;
          return (
            <div
              key={verdict}
              className={cn(
                "rounded-card border p-5",
                counts
                  ? "relative isolate overflow-hidden border-transparent bg-brand-soft sm:col-span-2 lg:col-span-1 lg:row-span-2 lg:flex lg:flex-col lg:justify-end lg:p-6"
                  : "border-line bg-surface shadow-card",
              )}
            >
              <dt
                className={cn("flex items-center gap-2.5 font-bold", counts && "text-heading text-brand-ink")}
              >
                {counts ? <Pattern name="echo" className="-z-10 text-brand-ink opacity-15" /> : null}
                <Icon aria-hidden="true" className={counts ? "size-7" : "size-5 text-accent-ink"} />
                {t(`about.counting.verdict.${verdict}`)}
              </dt>
              <dd
                className={cn(
                  "mt-2 text-sm",
                  counts ? "max-w-[44ch] text-ink lg:text-base" : "text-ink-muted",
                )}
              >
                {t(`about.counting.verdict.${verdict}Text`)}
              </dd>
            </div>
          );
        })}
      </dl>
      <p className="flex max-w-[72ch] gap-3 border-accent border-l-2 pl-4 text-ink-muted text-sm">
        <BadgeCheck aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent-ink" />
        {t("about.counting.rules")}
      </p>
      <p className="flex max-w-[72ch] gap-3 border-accent border-l-2 pl-4 text-ink-muted text-sm">
        <Users aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent-ink" />
        {t("about.counting.lowerBound")}
      </p>
    </section>
  );
}
