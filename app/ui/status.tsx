import { Clock, UserRound } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Tone, toneClass } from "~/ui/badge";
import { cn } from "~/ui/cn";
import { type Moment, useFormat } from "~/ui/format";

const dotClass: Record<Tone, string> = {
  neutral: "bg-ink-subtle",
  info: "bg-info",
  success: "bg-success",
  warning: "bg-warning",
  danger: "bg-danger",
  accent: "bg-accent",
  demo: "bg-accent",
};

/** Where something stands, in a word. The dot is decoration: the word says it all. */
export function StatusPill({
  tone = "neutral",
  label,
  className,
}: {
  tone?: Tone;
  label: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={cn(
        "inline-flex items-center gap-2 whitespace-nowrap rounded-full py-1 pr-3 pl-2.5 font-semibold text-xs",
        toneClass[tone],
        className,
      )}
    >
      <span aria-hidden="true" className={cn("size-2 rounded-full", dotClass[tone])} />
      {label}
    </span>
  );
}

export interface TimelineItem {
  at: Moment;
  title: ReactNode;
  description?: ReactNode;
  tone?: Tone;
  /** Who did it. */
  actor?: ReactNode;
}

/** What happened, newest where the caller puts it, as arcs on a thread. */
export function Timeline({
  items,
  zone,
  className,
}: {
  items: TimelineItem[];
  zone?: string;
  className?: string;
}) {
  const { dateTime } = useFormat();
  return (
    <ol className={cn("flex flex-col", className)}>
      {items.map((item, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: events have no id here and the list is never reordered
          key={index}
          className="relative flex gap-4 pb-6 last:pb-0 [&:not(:last-child)]:before:absolute [&:not(:last-child)]:before:top-5 [&:not(:last-child)]:before:bottom-0 [&:not(:last-child)]:before:left-[7px] [&:not(:last-child)]:before:w-0.5 [&:not(:last-child)]:before:bg-line"
        >
          <span
            aria-hidden="true"
            className={cn(
              "relative mt-1.5 size-4 shrink-0 rounded-full ring-4 ring-surface",
              dotClass[item.tone ?? "neutral"],
            )}
          />
          <div className="min-w-0">
            <p className="font-semibold text-sm">{item.title}</p>
            {item.description ? (
              <div className="mt-0.5 text-ink-muted text-sm">{item.description}</div>
            ) : null}
            <p className="mt-0.5 flex flex-wrap gap-x-2 text-ink-subtle text-xs">
              <span className="tabular">{dateTime(item.at, zone)}</span>
              {item.actor ? <span>· {item.actor}</span> : null}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

export interface NextStepProps {
  /** Who has to act: "Anda", "Lapas Kelas IIA Sidoarjo". */
  who: ReactNode;
  what: ReactNode;
  until?: Moment;
  zone?: string;
  /** True when it is the reader's turn. */
  mine?: boolean;
  /** True when the date has passed. */
  overdue?: boolean;
  action?: ReactNode;
  className?: string;
}

/** Who has to act next, with what, and until when: every state shows it. */
export function NextStep({
  who,
  what,
  until,
  zone,
  mine = false,
  overdue = false,
  action,
  className,
}: NextStepProps) {
  const { t } = useTranslation("ui");
  const { dateTime } = useFormat();
  return (
    <div
      className={cn(
        "relative flex flex-wrap items-center justify-between gap-x-6 gap-y-4 overflow-hidden rounded-card border px-5 py-4",
        "before:absolute before:inset-y-0 before:left-0 before:w-1.5",
        mine
          ? "border-accent/60 bg-accent-soft before:bg-accent"
          : "border-line bg-surface before:bg-line-strong",
        overdue && "border-danger/50 bg-danger-soft before:bg-danger",
        className,
      )}
    >
      <div className="min-w-0">
        <p className="flex items-center gap-1.5 text-ink-muted text-xs">
          <UserRound aria-hidden="true" className="size-3.5" />
          {t("nextStep.who")} <span className="font-semibold text-ink">{who}</span>
        </p>
        <p className="mt-1 font-semibold">{what}</p>
        {until ? (
          <p
            className={cn(
              "mt-1 flex items-center gap-1.5 text-sm",
              overdue ? "font-semibold text-danger-ink" : "text-ink-muted",
            )}
          >
            <Clock aria-hidden="true" className="size-4" />
            {t(overdue ? "nextStep.overdue" : "nextStep.until", { date: dateTime(until, zone) })}
          </p>
        ) : null}
      </div>
      {action ? <div className="flex w-full flex-wrap gap-2 sm:w-auto">{action}</div> : null}
    </div>
  );
}
