import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Text, Tooltip, XAxis, YAxis } from "recharts";
import { type SeriesChartProps, seriesColor } from "~/ui/chart-types";
import { axisLabel, axisText, ChartTip, gridProps, margin } from "~/ui/recharts/parts";

/** Bars beside one another or stacked; lying for long names. */
export default function BarChartDrawing(props: SeriesChartProps & { stacked?: boolean }) {
  const { data, xKey, xFormat, series, yFormat, yLabel, xLabel, layout = "columns", stacked = false } = props;
  const rows = layout === "rows";
  const names = {
    dataKey: xKey,
    tickFormatter: xFormat,
    tick: axisText,
    tickLine: false,
    axisLine: { stroke: "var(--line-strong)" },
    type: "category" as const,
  };
  const figures = {
    tickFormatter: yFormat,
    tick: axisText,
    tickLine: false,
    axisLine: false,
    type: "number" as const,
  };
  const box = {
    ...margin,
    right: rows ? 24 : 12,
    bottom: xLabel || (rows && yLabel) ? 20 : 4,
    left: yLabel && !rows ? 12 : 0,
  };
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={data} layout={rows ? "vertical" : "horizontal"} margin={box} barCategoryGap="22%">
        <CartesianGrid {...gridProps} horizontal={!rows} vertical={rows} />
        {rows ? (
          <>
            <XAxis {...figures} label={axisLabel(yLabel, "x")} tickMargin={6} />
            <YAxis {...names} width={128} interval={0} />
          </>
        ) : (
          <>
            <XAxis
              {...names}
              {...(data.length <= 8
                ? { interval: 0, tick: <WrappedTick format={xFormat} />, height: 46 }
                : { minTickGap: 28 })}
              tickMargin={8}
              label={axisLabel(xLabel, "x")}
            />
            <YAxis {...figures} width={yLabel ? 66 : 52} label={axisLabel(yLabel, "y")} />
          </>
        )}
        <Tooltip
          content={(tip) => <ChartTip {...tip} chart={props} />}
          cursor={{ fill: "var(--brand-soft)", opacity: 0.5 }}
        />
        {series.map((entry, index) => (
          <Bar
            key={entry.key}
            dataKey={entry.key}
            name={entry.label}
            fill={seriesColor(entry, index)}
            {...(stacked ? { stackId: "all" } : {})}
            radius={stacked && index < series.length - 1 ? 0 : rows ? [0, 5, 5, 0] : [5, 5, 0, 0]}
            maxBarSize={44}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

interface TickProps {
  format?: ((value: string) => string) | undefined;
  x?: number;
  y?: number;
  width?: number;
  visibleTicksCount?: number;
  payload?: { value: string };
}

/** A name below its bar, broken into lines that fit between its neighbours. recharts fills in all but `format`. */
function WrappedTick({ format, x = 0, y = 0, width = 0, visibleTicksCount = 1, payload }: TickProps) {
  const text = payload ? (format ? format(payload.value) : payload.value) : "";
  return (
    <Text
      x={x}
      y={y}
      width={width / visibleTicksCount - 6}
      textAnchor="middle"
      verticalAnchor="start"
      {...axisText}
    >
      {text}
    </Text>
  );
}
