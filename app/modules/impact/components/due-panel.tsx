import { Link } from "@remix-run/react";
import { CalendarCheck, CircleCheckBig, Hourglass, PencilLine, Radio } from "lucide-react";
import { useTranslation } from "react-i18next";
import { cn } from "~/ui/cn";
import { EmptyState } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import type { CreatorDue, CreatorStep } from "../queries/creator-due.server";

const ICONS = {
  MAKE_DRAFT: CalendarCheck,
  REVISE: PencilLine,
  SEND_PROOF: Radio,
  WAIT_FOR_REVIEW: Hourglass,
} as const satisfies Record<CreatorStep, unknown>;

/** What an influencer has to do next, by due date, and what of theirs waits for a Lapas. */
export function DuePanel({ due, now }: { due: CreatorDue[]; now: Date }) {
  const { t } = useTranslation("impact");
  return (
    <section className="overflow-hidden rounded-card border border-line bg-surface shadow-card">
      <h2 className="px-5 pt-5 text-title sm:px-6">{t("due.title")}</h2>
      {due.length === 0 ? (
        <EmptyState
          icon={<CircleCheckBig />}
          title={t("due.none")}
          description={t("due.noneHint")}
          className="m-5 sm:m-6"
        />
      ) : (
        <ol className="mt-3 divide-y divide-line border-line border-t">
          {due.map((item) => (
            <DueLine key={item.deliverableId} item={item} now={now} />
          ))}
        </ol>
      )}
    </section>
  );
}

function DueLine({ item, now }: { item: CreatorDue; now: Date }) {
  const { t } = useTranslation("impact");
  const { date } = useFormat();
  const Icon = ICONS[item.step];
  const mine = item.step !== "WAIT_FOR_REVIEW";
  const overdue = mine && item.until < now;
  return (
    <li className="relative flex items-center gap-4 px-5 py-3.5 hover:bg-surface-sunken/50 sm:px-6">
      <span
        className={cn(
          "grid size-10 shrink-0 place-items-center rounded-full [&_svg]:size-5",
          overdue
            ? "bg-danger-soft text-danger-ink"
            : mine
              ? "bg-accent-soft text-accent-ink"
              : "bg-neutral-soft text-ink-muted",
        )}
      >
        <Icon aria-hidden="true" />
      </span>
      <div className="min-w-0">
        <Link
          to={`/klaim/${item.claimId}/konten/${item.deliverableId}`}
          className="font-semibold before:absolute before:inset-0"
        >
          {t(`due.step.${item.step}`, { institution: item.institution })}
        </Link>
        <p className="flex flex-wrap gap-x-2 text-ink-muted text-sm">
          <span>{item.campaign}</span>
          <span className={cn("whitespace-nowrap", overdue && "font-semibold text-danger-ink")}>
            {t(overdue ? "due.overdue" : "due.until", { date: date(item.until, item.timeZone) })}
          </span>
        </p>
      </div>
    </li>
  );
}
