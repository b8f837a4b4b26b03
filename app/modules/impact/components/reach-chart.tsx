import { ChartNoAxesCombined } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Day } from "~/kernel/time";
import { ChartFrame, LineSeriesChart } from "~/ui/chart";
import { EmptyState } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import type { DayFigures } from "../figures";

type Props = {
  series: DayFigures[];
  /** The day that is not over yet, in the zone of the series. */
  today: Day;
  csvHref: string;
};

/** A local day written out; days are dates without an hour, so they are shown in UTC as they stand. */
const noon = (day: string) => `${day}T12:00:00Z`;

/** Raw, human and unique by day, with the orders beside them in the table. */
export function ReachChart({ series, today, csvHref }: Props) {
  const { t } = useTranslation("impact");
  const { number, compact, day, date, rupiah } = useFormat();
  if (series.every((point) => point.raw === null && point.conversions === null)) {
    return <EmptyState icon={<ChartNoAxesCombined />} title={t("series.empty")} />;
  }
  const end = { align: "end" } as const;
  // Half a day drawn beside whole ones looks like a fall: today stands in the table only.
  const drawn = series.length > 1 ? series.filter((point) => point.day !== today) : series;
  const leftOff = drawn.length < series.length;
  return (
    <ChartFrame
      title={t("series.title")}
      description={t("series.description")}
      source={leftOff ? t("series.today", { date: date(noon(today), "UTC") }) : undefined}
      csvHref={csvHref}
      table={{
        columns: [
          { key: "day", header: t("figure.day") },
          { key: "raw", header: t("figure.raw"), ...end },
          { key: "human", header: t("figure.human"), ...end },
          { key: "unique", header: t("figure.unique"), ...end },
          { key: "bot", header: t("figure.bot"), ...end },
          { key: "conversions", header: t("figure.conversions"), ...end },
          { key: "value", header: t("figure.value"), ...end },
        ],
        rows: series.map((point) => ({
          day: date(noon(point.day), "UTC"),
          raw: number(point.raw),
          human: number(point.human),
          unique: number(point.unique),
          bot: number(point.bot),
          conversions: number(point.conversions),
          value: rupiah(point.valueRupiah),
        })),
      }}
    >
      <LineSeriesChart
        data={drawn.map(({ day: on, raw, human, unique }) => ({ day: on, raw, human, unique }))}
        xKey="day"
        xFormat={(on) => day(noon(on), "UTC")}
        yFormat={compact}
        valueFormat={number}
        series={[
          { key: "human", label: t("figure.human"), color: "var(--chart-1)" },
          { key: "raw", label: t("figure.raw"), color: "var(--chart-2)" },
          { key: "unique", label: t("figure.unique"), color: "var(--chart-4)" },
        ]}
      />
    </ChartFrame>
  );
}
