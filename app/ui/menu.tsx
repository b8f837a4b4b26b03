import { Link } from "@remix-run/react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { cn } from "~/ui/cn";
import { useHydrated } from "~/ui/use-hydrated";

export interface MenuItem {
  label: string;
  /** A page to go to. Otherwise `onSelect` acts. */
  to?: string;
  onSelect?: () => void;
  icon?: ReactNode;
  tone?: "default" | "danger";
  disabled?: boolean;
}

const itemClass =
  "flex min-h-11 w-full cursor-pointer items-center gap-2.5 rounded-control px-3 text-left text-sm font-medium outline-none data-highlighted:bg-brand-soft data-highlighted:text-brand-ink data-disabled:opacity-55 [&_svg]:size-4.5 [&_svg]:shrink-0";

/** A menu that opens from its trigger; arrows, Home, End and typing letters work. */
export function Menu({
  trigger,
  items,
  label,
  align = "end",
}: {
  trigger: ReactElement;
  items: MenuItem[];
  label?: string;
  align?: "start" | "end";
}) {
  const hydrated = useHydrated();
  // Inside the main landmark, so that no content of the page stands outside of one.
  const container = hydrated ? document.getElementById("main") : null;
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={container}>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={12}
          aria-label={label}
          className="z-50 min-w-52 animate-rise rounded-card border border-line bg-surface-raised p-1.5 shadow-pop"
        >
          {items.map((item) => {
            const classes = cn(
              itemClass,
              item.tone === "danger" &&
                "text-danger-ink data-highlighted:bg-danger-soft data-highlighted:text-danger-ink",
            );
            const content = (
              <>
                {item.icon}
                {item.label}
              </>
            );
            return item.to === undefined ? (
              <Radix.Item
                key={item.label}
                className={classes}
                disabled={item.disabled}
                onSelect={() => item.onSelect?.()}
              >
                {content}
              </Radix.Item>
            ) : (
              <Radix.Item key={item.label} asChild className={classes} disabled={item.disabled}>
                <Link to={item.to}>{content}</Link>
              </Radix.Item>
            );
          })}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
