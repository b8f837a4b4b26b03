import type { ReactNode } from "react";
import { localDay } from "~/kernel/time";
import { csvPath } from "../dashboard-paths";
import type { ReportDashboard } from "../queries/report-dashboard.server";
import type { Dimension } from "../report-scope";
import { AudiencePanel, UncountedPanel } from "./audience-panel";
import { EvidencePanel } from "./evidence-panel";
import { FiguresBand } from "./figures-band";
import { FreshnessNote } from "./freshness-note";
import { FunnelPanel } from "./funnel-panel";
import { RankingPanel } from "./ranking-panel";
import { ReachChart } from "./reach-chart";

type Props = {
  board: ReportDashboard;
  /** Address of the dashboard, without its query. */
  path: string;
  dimensions: readonly Dimension[];
  /** Whether the scope has institutions of several time zones. */
  mixedZones: boolean;
  /** The rankings whose rows all lie in the same place. */
  samePlace?: readonly Dimension[];
  /** Where the cases are that hold commission. */
  reviewsTo?: string;
  /** What this dashboard has beside the common panels, between the chart and the ranking. */
  children?: ReactNode;
};

/** The panels that every dashboard has, in the same order: figures, days, funnel and evidence, ranking. */
export function ReportPanels({ board, path, dimensions, mixedZones, samePlace, reviewsTo, children }: Props) {
  const { totals, before, period, search } = board;
  return (
    <>
      <div className="flex flex-col gap-2.5">
        <FiguresBand
          totals={totals}
          before={before}
          held={board.held}
          period={period}
          reviewsTo={reviewsTo}
        />
        <FreshnessNote
          freshness={board.freshness}
          recount={board.recount}
          zone={period.zone}
          mixedZones={mixedZones}
        />
      </div>
      <ReachChart
        series={board.series}
        today={localDay(board.freshness.readAt, period.zone)}
        csvHref={csvPath(path, "day", { period, narrow: search.narrow })}
      />
      {children}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <FunnelPanel totals={totals} />
        <EvidencePanel evidence={board.evidence} />
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-3">
        <div className="min-w-0 lg:col-span-2">
          <AudiencePanel audience={board.audience} />
        </div>
        <UncountedPanel audience={board.audience} />
      </div>
      <RankingPanel
        path={path}
        ranking={board.ranking}
        search={search}
        period={period}
        dimensions={dimensions}
        samePlace={samePlace}
      />
    </>
  );
}
