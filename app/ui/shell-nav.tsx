import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { cn } from "~/ui/cn";

export interface NavItem {
  to: string;
  label: string;
  /** For the bar at the foot of the phone, where the label is too long for it. */
  shortLabel?: string | undefined;
  icon: ReactNode;
  /** Things waiting there; none shown for zero. */
  count?: number | undefined;
  /** Active on exactly this path only. */
  end?: boolean;
}

/** A line of the sidebar or of the phone's menu, on the dyed indigo. */
export function SideLink({ item }: { item: NavItem }) {
  return (
    <NavLink
      to={item.to}
      end={item.end ?? false}
      prefetch="intent"
      className={({ isActive }) =>
        cn(
          "relative flex min-h-11 items-center gap-3 rounded-control px-3 font-medium text-on-field-muted text-sm transition-colors hover:bg-field-active/60 hover:text-on-field [&_svg]:size-5 [&_svg]:shrink-0",
          isActive &&
            "bg-field-active font-semibold text-on-field before:absolute before:inset-y-2.5 before:left-0 before:w-1 before:rounded-full before:bg-field-accent [&_svg]:text-field-accent",
        )
      }
    >
      {item.icon}
      <span className="min-w-0 grow truncate">{item.label}</span>
      <CountBadge count={item.count} />
    </NavLink>
  );
}

/** A place in the bar at the foot of the phone: icon above, word below. */
export function BottomLink({ item }: { item: NavItem }) {
  return (
    <NavLink
      to={item.to}
      end={item.end ?? false}
      className={({ isActive }) =>
        cn(
          "relative flex min-h-15 min-w-0 flex-1 flex-col items-center justify-center gap-1 px-0.5 font-medium text-[0.6875rem] text-ink-muted leading-tight [&_svg]:size-5.5",
          isActive &&
            "font-bold text-brand-ink before:absolute before:top-0 before:h-[3px] before:w-8 before:rounded-b-full before:bg-accent",
        )
      }
    >
      <span className="relative">
        {item.icon}
        <CountBadge count={item.count} className="-top-1.5 -right-3 absolute" />
      </span>
      <span className="max-w-full truncate">{item.shortLabel ?? item.label}</span>
    </NavLink>
  );
}

function CountBadge({ count, className }: { count: number | undefined; className?: string }) {
  if (!count) return null;
  return (
    <span
      className={cn(
        "tabular grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1.5 font-bold text-[0.6875rem] text-on-accent",
        className,
      )}
    >
      {count > 99 ? "99+" : count}
    </span>
  );
}
