import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { type SeriesChartProps, seriesColor } from "~/ui/chart-types";
import { axisLabel, axisText, ChartTip, gridProps, margin } from "~/ui/recharts/parts";

/** Lines over time; the first has a wash of colour below it. Each line also has its own dash. */
export default function LineChartDrawing(props: SeriesChartProps) {
  const { data, xKey, xFormat, series, yFormat, yLabel, xLabel } = props;
  const dashes = [undefined, "7 4", "2 4", "10 3 2 3"];
  const first = series[0];
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={data} margin={{ ...margin, bottom: xLabel ? 20 : 4, left: yLabel ? 12 : 0 }}>
        <CartesianGrid {...gridProps} />
        <XAxis
          dataKey={xKey}
          tickFormatter={xFormat}
          tick={axisText}
          tickLine={false}
          axisLine={{ stroke: "var(--line-strong)" }}
          minTickGap={36}
          tickMargin={8}
          label={axisLabel(xLabel, "x")}
        />
        <YAxis
          tickFormatter={yFormat}
          tick={axisText}
          tickLine={false}
          axisLine={false}
          width={yLabel ? 66 : 52}
          label={axisLabel(yLabel, "y")}
        />
        <Tooltip
          content={(tip) => <ChartTip {...tip} chart={props} />}
          cursor={{ stroke: "var(--line-strong)" }}
        />
        {first ? (
          <Area
            dataKey={first.key}
            type="monotone"
            stroke="none"
            fill={seriesColor(first, 0)}
            fillOpacity={0.09}
            isAnimationActive={false}
            tooltipType="none"
          />
        ) : null}
        {series.map((entry, index) => (
          <Line
            key={entry.key}
            dataKey={entry.key}
            name={entry.label}
            type="monotone"
            stroke={seriesColor(entry, index)}
            strokeWidth={2.5}
            strokeDasharray={dashes[index % dashes.length]}
            strokeLinecap="round"
            dot={data.length <= 14 ? { r: 3, strokeWidth: 0, fill: seriesColor(entry, index) } : false}
            activeDot={{ r: 5, stroke: "var(--surface)", strokeWidth: 2 }}
            isAnimationActive={false}
          />
        ))}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
