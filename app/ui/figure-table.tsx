import type { ReactNode } from "react";
import { cn } from "~/ui/cn";
import { DASH } from "~/ui/format";

export interface ChartTable {
  columns: { key: string; header: string; align?: "start" | "end" }[];
  /** Cells are formatted already; a missing one shows a dash. */
  rows: Record<string, ReactNode>[];
}

/** The figures behind a chart, in a box that scrolls. */
export function FigureTable({ title, table }: { title: string; table: ChartTable }) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={title}
      className="max-h-96 overflow-auto rounded-control border border-line"
    >
      <table className="w-full border-collapse text-left text-sm">
        <caption className="sr-only">{title}</caption>
        <thead className="sticky top-0 bg-surface-sunken text-ink-muted">
          <tr>
            {table.columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={cn("px-3.5 py-2.5 font-semibold text-xs", column.align === "end" && "text-right")}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of figures have no id and never move
            <tr key={index} className="border-line border-t">
              {table.columns.map((column) => (
                <td
                  key={column.key}
                  className={cn("px-3.5 py-2", column.align === "end" && "tabular text-right")}
                >
                  {row[column.key] ?? DASH}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
