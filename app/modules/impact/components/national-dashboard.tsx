import { useTranslation } from "react-i18next";
import { Page, PageHeader } from "~/ui/page";
import type { FlagshipCoverage } from "../queries/flagship-coverage.server";
import type { PlacePoint } from "../queries/map-points.server";
import type { ReportDashboard } from "../queries/report-dashboard.server";
import { NATION_DIMENSIONS } from "../report-scope";
import { DashboardToolbar } from "./dashboard-toolbar";
import { FlagshipPanel } from "./flagship-panel";
import { ReachMap } from "./reach-map";
import { ReportPanels } from "./report-panels";

type Props = { board: ReportDashboard; points: PlacePoint[]; coverage: FlagshipCoverage };

/** The directorate's view: the whole country, and the way down to every Kanwil, Lapas, campaign and influencer. */
export function NationalDashboard({ board, points, coverage }: Props) {
  const { t } = useTranslation("impact");
  return (
    <Page width="wide">
      <PageHeader
        eyebrow={t("nation.eyebrow")}
        title={t("nation.title")}
        description={t("nation.description")}
      />
      <DashboardToolbar board={board} />
      <ReportPanels
        board={board}
        path="/dasbor/nasional"
        dimensions={NATION_DIMENSIONS}
        mixedZones
        reviewsTo="/pemeriksaan"
      >
        <ReachMap points={points} of="region" period={board.period} />
        <FlagshipPanel coverage={coverage} national />
      </ReportPanels>
    </Page>
  );
}
