import { ChartLine, Download, Table2 } from "lucide-react";
import { Tabs as Radix } from "radix-ui";
import { createContext, lazy, type ReactNode, Suspense, useContext, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button";
import { type SeriesChartProps, seriesColor } from "~/ui/chart-types";
import { cn } from "~/ui/cn";
import { Skeleton } from "~/ui/feedback";
import { type ChartTable, FigureTable } from "~/ui/figure-table";
import { useHydrated } from "~/ui/use-hydrated";

const LineDrawing = lazy(() => import("~/ui/recharts/line-chart"));
const BarDrawing = lazy(() => import("~/ui/recharts/bar-chart"));

/** Height in pixels of the drawing, and whether it is the side that shows: a hidden box has no size to draw in. */
const DrawingContext = createContext({ height: 300, shown: true });

export { FunnelChart, Sparkline } from "~/ui/chart-drawn";

export interface ChartFrameProps {
  title: string;
  description?: ReactNode;
  table: ChartTable;
  csvHref?: string;
  children: ReactNode;
  /** Height of the drawing in pixels. */
  height?: number;
  level?: 2 | 3;
  /** Where the figures come from and when. */
  source?: ReactNode;
  className?: string;
}

const tab =
  "inline-flex min-h-9 items-center gap-1.5 rounded-md px-2.5 font-semibold text-ink-muted text-sm hover:text-ink data-[state=active]:bg-brand-soft data-[state=active]:text-brand-ink pointer-coarse:min-h-11 [&_svg]:size-4";

/**
 * A chart, and the same figures as a table a press away. The table is in the server's HTML, so it is there for
 * screen readers, without JavaScript, and before the drawing has loaded.
 */
export function ChartFrame({
  title,
  description,
  table,
  csvHref,
  children,
  height = 300,
  level = 2,
  source,
  className,
}: ChartFrameProps) {
  const { t } = useTranslation("ui");
  const [view, setView] = useState("chart");
  const drawing = useMemo(() => ({ height, shown: view === "chart" }), [height, view]);
  const Heading = `h${level}` as const;
  return (
    <Radix.Root
      value={view}
      onValueChange={setView}
      className={cn(
        "flex min-w-0 flex-col gap-4 rounded-card border border-line bg-surface p-5 shadow-card sm:p-6",
        className,
      )}
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="min-w-0">
          <Heading className="text-title">{title}</Heading>
          {description ? <p className="mt-0.5 text-ink-muted text-sm">{description}</p> : null}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Radix.List
            aria-label={t("chart.view", { title })}
            className="noscript:hidden flex rounded-control border border-line p-0.5"
          >
            <Radix.Trigger value="chart" className={tab}>
              <ChartLine aria-hidden="true" />
              {t("chart.chart")}
            </Radix.Trigger>
            <Radix.Trigger value="table" className={tab}>
              <Table2 aria-hidden="true" />
              {t("chart.table")}
            </Radix.Trigger>
          </Radix.List>
          {csvHref ? (
            <ButtonLink
              href={csvHref}
              download
              variant="ghost"
              size="sm"
              icon={<Download aria-hidden="true" />}
            >
              CSV
            </ButtonLink>
          ) : null}
        </div>
      </div>
      <Radix.Content value="chart" forceMount className="noscript:hidden data-[state=inactive]:hidden">
        <DrawingContext.Provider value={drawing}>
          <figure aria-label={title}>{children}</figure>
        </DrawingContext.Provider>
      </Radix.Content>
      <Radix.Content value="table" forceMount className="noscript:block! data-[state=inactive]:hidden">
        <FigureTable title={title} table={table} />
      </Radix.Content>
      {source ? <p className="text-ink-subtle text-xs">{source}</p> : null}
    </Radix.Root>
  );
}

/** The place of a drawing: holds its height before, while and after it loads. */
function Drawing({ children }: { children: ReactNode }) {
  const hydrated = useHydrated();
  const { height, shown } = useContext(DrawingContext);
  const waiting = <Skeleton className="size-full" />;
  return (
    <div style={{ height }} className="w-full">
      {hydrated && shown ? <Suspense fallback={waiting}>{children}</Suspense> : waiting}
    </div>
  );
}

function Legend({ series, line = false }: { series: SeriesChartProps["series"]; line?: boolean }) {
  if (series.length < 2) return null;
  return (
    <ul className="mb-3 flex flex-wrap gap-x-5 gap-y-1.5 text-sm">
      {series.map((entry, index) => (
        <li key={entry.key} className="flex items-center gap-2">
          <span
            aria-hidden="true"
            className={cn(line ? "h-1 w-5 rounded-full" : "size-3 rounded-[3px]")}
            style={{ background: seriesColor(entry, index) }}
          />
          {entry.label}
        </li>
      ))}
    </ul>
  );
}

export function LineSeriesChart(props: SeriesChartProps) {
  return (
    <>
      <Legend series={props.series} line />
      <Drawing>
        <LineDrawing {...props} />
      </Drawing>
    </>
  );
}

export function BarSeriesChart(props: SeriesChartProps) {
  return (
    <>
      <Legend series={props.series} />
      <Drawing>
        <BarDrawing {...props} />
      </Drawing>
    </>
  );
}

export function StackedBarChart(props: SeriesChartProps) {
  return (
    <>
      <Legend series={props.series} />
      <Drawing>
        <BarDrawing {...props} stacked />
      </Drawing>
    </>
  );
}
