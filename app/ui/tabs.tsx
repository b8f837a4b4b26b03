import { NavLink } from "@remix-run/react";
import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "~/ui/cn";

const tabClass =
  "relative inline-flex min-h-11 shrink-0 items-center gap-2 whitespace-nowrap px-3.5 font-semibold text-ink-muted text-sm transition-colors hover:text-ink after:absolute after:inset-x-3 after:bottom-0 after:h-[3px] after:rounded-t-full";
const activeClass = "text-brand-ink after:bg-accent hover:text-brand-ink";
const listClass =
  "flex overflow-x-auto border-line border-b [scrollbar-width:none] [&::-webkit-scrollbar]:hidden";

export interface LinkTab {
  to: string;
  label: string;
  count?: number | undefined;
  /** Active on exactly this path only, not below it. */
  end?: boolean;
}

/** Tabs that are pages: each has its own address, so each can be shared and reached by Back. */
export function LinkTabs({
  items,
  label,
  className,
}: {
  items: LinkTab[];
  label?: string;
  className?: string;
}) {
  return (
    <nav aria-label={label} className={cn(listClass, className)}>
      {items.map((item) => (
        <NavLink
          key={item.to}
          to={item.to}
          end={item.end ?? false}
          prefetch="intent"
          className={({ isActive }) => cn(tabClass, isActive && activeClass)}
        >
          {item.label}
          {item.count === undefined ? null : <Count>{item.count}</Count>}
        </NavLink>
      ))}
    </nav>
  );
}

export interface TabPanel {
  value: string;
  label: string;
  content: ReactNode;
}

/** Tabs inside one page. All panels are in the document; only the chosen one is shown. */
export function Tabs({
  items,
  label,
  defaultValue,
  className,
}: {
  items: TabPanel[];
  label?: string;
  defaultValue?: string;
  className?: string;
}) {
  return (
    <Radix.Root defaultValue={defaultValue ?? items[0]?.value} className={className}>
      <Radix.List aria-label={label} className={listClass}>
        {items.map((item) => (
          <Radix.Trigger
            key={item.value}
            value={item.value}
            className={cn(tabClass, "data-[state=active]:text-brand-ink data-[state=active]:after:bg-accent")}
          >
            {item.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {items.map((item) => (
        <Radix.Content
          key={item.value}
          value={item.value}
          forceMount
          className="pt-5 data-[state=inactive]:hidden"
        >
          {item.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}

function Count({ children }: { children: ReactNode }) {
  return (
    <span className="tabular rounded-full bg-neutral-soft px-2 py-px text-ink-muted text-xs">{children}</span>
  );
}
