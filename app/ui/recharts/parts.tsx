import { type SeriesChartProps, seriesColor } from "~/ui/chart-types";

export const axisText = { fontSize: 12, fill: "var(--ink-muted)" };
export const gridProps = { stroke: "var(--chart-grid)", strokeDasharray: "2 5", vertical: false } as const;
export const margin = { top: 12, right: 12, bottom: 4, left: 4 };

/** The unit of an axis, written along it. */
export function axisLabel(text: string | undefined, side: "x" | "y") {
  if (!text) return undefined;
  const style = { fontSize: 12, fill: "var(--ink-muted)", textAnchor: "middle" as const };
  return side === "y"
    ? { value: text, angle: -90, position: "insideLeft" as const, style, offset: 8 }
    : { value: text, position: "insideBottom" as const, offset: -4, style };
}

interface TipProps {
  active?: boolean;
  label?: string | number | undefined;
  payload?: readonly { dataKey?: unknown; value?: unknown }[];
  chart: SeriesChartProps;
}

/** The figures of one place, in the order of the legend. */
export function ChartTip({ active, label, payload, chart }: TipProps) {
  if (!active || !payload?.length) return null;
  const write = chart.valueFormat ?? chart.yFormat ?? String;
  const title = chart.xFormat ? chart.xFormat(String(label)) : String(label);
  return (
    <div className="rounded-control border border-line bg-surface-raised px-3.5 py-2.5 text-sm shadow-pop">
      <p className="mb-1 font-semibold">{title}</p>
      <ul className="flex flex-col gap-0.5">
        {chart.series.map((series, index) => {
          const value = payload.find((entry) => entry.dataKey === series.key)?.value;
          return (
            <li key={series.key} className="flex items-center gap-2">
              <span className="size-2.5 rounded-full" style={{ background: seriesColor(series, index) }} />
              <span className="text-ink-muted">{series.label}</span>
              <span className="tabular ml-auto pl-4 font-semibold">
                {typeof value === "number" ? write(value) : "–"}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
