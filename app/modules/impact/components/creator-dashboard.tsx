import { Link2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/feedback";
import { Page, PageHeader } from "~/ui/page";
import type { CreatorDue } from "../queries/creator-due.server";
import type { ReportDashboard } from "../queries/report-dashboard.server";
import { CREATOR_DIMENSIONS } from "../report-scope";
import { DashboardToolbar } from "./dashboard-toolbar";
import { DuePanel } from "./due-panel";
import { ReportPanels } from "./report-panels";

type Props = {
  /** Commission among the figures that waits for an officer. */
  notice: ReactNode;
  name: string;
  hasLinks: boolean;
  due: CreatorDue[];
  board: ReportDashboard;
};

/** The influencer's view: what is due, then every link with who came and what it earned. */
export function CreatorDashboard({ notice, name, hasLinks, due, board }: Props) {
  const { t } = useTranslation("impact");
  return (
    <Page width="wide">
      <PageHeader
        eyebrow={t("own.greeting", { name })}
        title={t("own.title")}
        description={t("own.description")}
        actions={
          <>
            <ButtonLink to="/klaim" variant="secondary">
              {t("own.toClaims")}
            </ButtonLink>
            <ButtonLink to="/brief">{t("own.toBoard")}</ButtonLink>
          </>
        }
      />
      {notice}
      {hasLinks ? (
        <>
          <DuePanel due={due} now={board.freshness.readAt} />
          <DashboardToolbar board={board} />
          <ReportPanels board={board} path="/dasbor/saya" dimensions={CREATOR_DIMENSIONS} mixedZones />
        </>
      ) : (
        <EmptyState
          icon={<Link2 />}
          title={t("own.empty")}
          description={t("own.emptyDescription")}
          action={<ButtonLink to="/brief">{t("own.toBoard")}</ButtonLink>}
        />
      )}
    </Page>
  );
}
