import { Link } from "@remix-run/react";
import { cn } from "~/ui/cn";

interface PillLinksProps {
  label: string;
  items: { to: string; label: string; count: number; current: boolean }[];
}

/** The parts of one list as links that look like pills, with how much each holds. */
export function PillLinks({ label, items }: PillLinksProps) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-2">
      {items.map((item) => (
        <Link
          key={item.to}
          to={item.to}
          preventScrollReset
          aria-current={item.current ? "page" : undefined}
          className={cn(
            "inline-flex min-h-11 items-center gap-2 rounded-full border px-4 font-semibold text-sm",
            item.current
              ? "border-brand bg-brand text-on-brand"
              : "border-line bg-surface text-ink-muted hover:border-line-strong hover:text-ink",
          )}
        >
          {item.label}
          <span className="tabular">{item.count}</span>
        </Link>
      ))}
    </nav>
  );
}
