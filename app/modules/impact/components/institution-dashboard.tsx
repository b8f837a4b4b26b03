import { Megaphone, ReceiptText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { useFormat } from "~/ui/format";
import { Page, PageHeader, Section } from "~/ui/page";
import { Stat, StatGroup } from "~/ui/stat";
import type { InstitutionTodo } from "../queries/institution-todo.server";
import type { ReportDashboard } from "../queries/report-dashboard.server";
import { INSTITUTION_DIMENSIONS } from "../report-scope";
import { DashboardToolbar } from "./dashboard-toolbar";
import { ReportPanels } from "./report-panels";
import { TodoPanel } from "./todo-panel";

type Props = {
  institution: { slug: string; name: string; timeZone: string; isDemo: boolean };
  regionName: string;
  todo: InstitutionTodo;
  board: ReportDashboard;
  may: { editCampaigns: boolean; recordSales: boolean };
};

/** The Lapas's view: first what to do today, then what came of it. */
export function InstitutionDashboard({ institution, regionName, todo, board, may }: Props) {
  const { t } = useTranslation("impact");
  const base = `/lapas/${institution.slug}`;
  return (
    <Page width="wide">
      <PageHeader
        eyebrow={t("institution.eyebrow", { region: regionName })}
        title={institution.name}
        description={t("institution.description")}
        {...(institution.isDemo ? { meta: <Badge tone="demo">{t("demo")}</Badge> } : {})}
        actions={
          <>
            {may.recordSales ? (
              <ButtonLink
                to={`${base}/konversi/baru`}
                variant="secondary"
                icon={<ReceiptText aria-hidden="true" />}
              >
                {t("institution.recordSale")}
              </ButtonLink>
            ) : null}
            {may.editCampaigns ? (
              <ButtonLink to={`${base}/kampanye/baru`} icon={<Megaphone aria-hidden="true" />}>
                {t("institution.newCampaign")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <Waiting todo={todo} />
      <TodoPanel todo={todo} institution={institution} now={board.freshness.readAt} />
      <Section title={t("institution.results")} className="gap-6">
        <DashboardToolbar board={board} />
        <ReportPanels
          board={board}
          path={base}
          dimensions={INSTITUTION_DIMENSIONS}
          mixedZones={false}
          samePlace={["campaign", "product"]}
          reviewsTo={`${base}/pemeriksaan`}
        />
      </Section>
    </Page>
  );
}

function Waiting({ todo }: { todo: InstitutionTodo }) {
  const { t } = useTranslation("impact");
  const { number } = useFormat();
  return (
    <StatGroup columns={3}>
      <Stat
        label={t("institution.waiting.content")}
        value={number(todo.contentWaiting)}
        emphasis={todo.contentWaiting > 0}
      />
      <Stat
        label={t("institution.waiting.claims")}
        value={number(todo.claimsWaiting)}
        emphasis={todo.claimsWaiting > 0}
      />
      <Stat
        label={t("institution.waiting.conversions")}
        value={number(todo.conversionsWaiting)}
        emphasis={todo.conversionsWaiting > 0}
      />
    </StatGroup>
  );
}
