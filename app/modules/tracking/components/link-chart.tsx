import { ChartNoAxesCombined } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Day } from "~/kernel/time";
import { ChartFrame, LineSeriesChart } from "~/ui/chart";
import { EmptyState } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import type { LinkDay } from "../queries/link-figures.server";

/** A local day stands without an hour, so it is shown in UTC as it is. */
const noon = (day: string) => `${day}T12:00:00Z`;

/** A link's raw, human and unique clicks by day. */
export function LinkChart({ days, today }: { days: LinkDay[]; today: Day }) {
  const { t } = useTranslation("tracking");
  const { number, compact, day, date } = useFormat();
  if (days.every((each) => !each.raw)) {
    return <EmptyState icon={<ChartNoAxesCombined aria-hidden="true" />} title={t("link.series.empty")} />;
  }
  const end = { align: "end" } as const;
  // Half a day drawn beside whole ones looks like a fall: today stands in the table only.
  const drawn = days.length > 1 ? days.filter((each) => each.day !== today) : days;
  return (
    <ChartFrame
      title={t("link.series.title")}
      description={t("link.series.description")}
      table={{
        columns: [
          { key: "day", header: t("link.series.day") },
          { key: "raw", header: t("link.raw"), ...end },
          { key: "human", header: t("link.human"), ...end },
          { key: "unique", header: t("link.unique"), ...end },
        ],
        rows: days.map((each) => ({
          day: date(noon(each.day), "UTC"),
          raw: number(each.raw),
          human: number(each.human),
          unique: number(each.unique),
        })),
      }}
    >
      <LineSeriesChart
        data={drawn}
        xKey="day"
        xFormat={(on) => day(noon(on), "UTC")}
        yFormat={compact}
        valueFormat={number}
        series={[
          { key: "human", label: t("link.human"), color: "var(--chart-1)" },
          { key: "raw", label: t("link.raw"), color: "var(--chart-2)" },
          { key: "unique", label: t("link.unique"), color: "var(--chart-4)" },
        ]}
      />
    </ChartFrame>
  );
}
