import type { ReactNode } from "react";
import { cn } from "./cn";
import { useFormat } from "./format";

export type BarListRow = { key: string; label: ReactNode; value: number; note?: string; muted?: boolean };

/**
 * A short ranking as bars in a list: readable without the bars, which only show what the numbers say. Each row tells
 * its number and, unless it has a note of its own, its share of the whole.
 * @param total of which the shares are; the sum of the rows, when left out
 */
export function BarList({
  rows,
  total,
  className,
}: {
  rows: BarListRow[];
  total?: number;
  className?: string;
}) {
  const { number, percent } = useFormat();
  const whole = total ?? rows.reduce((sum, { value }) => sum + value, 0);
  const longest = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <ul className={cn("flex flex-col gap-2.5", className)}>
      {rows.map(({ key, label, value, note, muted = false }) => (
        <li key={key} className="flex flex-col gap-1 text-sm">
          <div className="flex items-baseline justify-between gap-3">
            <span className={cn("wrap-anywhere min-w-0", muted && "text-ink-muted")}>{label}</span>
            <span className="tabular shrink-0 text-ink-muted">
              <span className={muted ? "" : "font-semibold text-ink"}>{number(value)}</span>{" "}
              <span className="text-xs">{note ?? percent(whole > 0 ? value / whole : null)}</span>
            </span>
          </div>
          <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-surface-sunken">
            <div
              className={cn("h-full rounded-full", muted ? "bg-ink-subtle/50" : "bg-chart-1")}
              style={{ width: `${Math.max(1, (value / longest) * 100)}%` }}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
