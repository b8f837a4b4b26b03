import { Link, useLocation, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { cn } from "~/ui/cn";
import { useFormat } from "~/ui/format";
import { QUEUE_GROUPS, type QueueGroup } from "../content.schemas";

/** The groups of the queue with how many stand in each; other filters stay as they are. */
export function QueueGroups({ group, counts }: { group: QueueGroup; counts: Record<QueueGroup, number> }) {
  const { t } = useTranslation("content");
  const { number } = useFormat();
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const to = (next: QueueGroup) => {
    const query = new URLSearchParams(params);
    query.delete("cursor");
    if (next === "all") query.delete("group");
    else query.set("group", next);
    return query.size > 0 ? `${pathname}?${query}` : pathname;
  };
  return (
    <nav aria-label={t("queue.groups")} className="-mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <ul className="flex w-max gap-2 py-1">
        {QUEUE_GROUPS.map((name) => (
          <li key={name}>
            <Link
              to={to(name)}
              preventScrollReset
              aria-current={name === group ? "true" : undefined}
              className={cn(
                "inline-flex min-h-11 items-center gap-2 rounded-full border px-4 font-semibold text-sm transition-colors",
                name === group
                  ? "border-brand bg-brand text-on-brand"
                  : "border-line bg-surface text-ink hover:border-line-strong",
              )}
            >
              {t(`queue.group.${name}`)}
              <span className="tabular font-normal">{number(counts[name])}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
