import { useTranslation } from "react-i18next";
import { Page, PageHeader } from "~/ui/page";
import { rangeQuery } from "../dashboard-paths";
import type { FlagshipCoverage } from "../queries/flagship-coverage.server";
import type { PlacePoint } from "../queries/map-points.server";
import type { ReportDashboard } from "../queries/report-dashboard.server";
import { REGION_DIMENSIONS } from "../report-scope";
import { DashboardToolbar } from "./dashboard-toolbar";
import { FlagshipPanel } from "./flagship-panel";
import { ReachMap } from "./reach-map";
import { ReportPanels } from "./report-panels";

type Props = {
  region: { slug: string; name: string };
  board: ReportDashboard;
  points: PlacePoint[];
  coverage: FlagshipCoverage;
  /** Whether the reader may go up to the nation. */
  mayGoUp: boolean;
};

/** A Kanwil's view: its own institutions, and the way down to each. */
export function RegionDashboard({ region, board, points, coverage, mayGoUp }: Props) {
  const { t } = useTranslation("impact");
  const up = { to: `/dasbor/nasional?${rangeQuery(board.period)}`, label: t("region.back") };
  return (
    <Page width="wide">
      <PageHeader
        {...(mayGoUp ? { back: up } : {})}
        eyebrow={t("region.eyebrow")}
        title={t("region.title", { name: region.name })}
        description={t("region.description")}
      />
      <DashboardToolbar board={board} />
      <ReportPanels
        board={board}
        path={`/dasbor/kanwil/${region.slug}`}
        dimensions={REGION_DIMENSIONS}
        mixedZones={false}
        samePlace={["institution"]}
        reviewsTo={`/pemeriksaan?kanwil=${region.slug}`}
      >
        <ReachMap points={points} of="institution" period={board.period} />
        <FlagshipPanel coverage={coverage} national={false} />
      </ReportPanels>
    </Page>
  );
}
