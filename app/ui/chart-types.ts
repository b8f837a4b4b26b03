/** One line, bar or layer. `color` is a token such as `var(--chart-1)`. */
export interface Series {
  key: string;
  label: string;
  color?: string | undefined;
}

/** One place on the x axis with its figures; null is a gap, not a zero. */
export type Datum = Record<string, string | number | null>;

export interface SeriesChartProps {
  data: Datum[];
  xKey: string;
  xFormat?: (value: string) => string;
  series: Series[];
  yFormat?: (value: number) => string;
  /** For the tooltip, where there is room for the exact figure; otherwise `yFormat`. */
  valueFormat?: (value: number) => string;
  yLabel?: string;
  xLabel?: string;
  /** Bars that lie: for long names. */
  layout?: "columns" | "rows";
}

/** The colours of series that name none, in order. */
export function seriesColor(series: Series, index: number): string {
  return series.color ?? `var(--chart-${(index % 6) + 1})`;
}
