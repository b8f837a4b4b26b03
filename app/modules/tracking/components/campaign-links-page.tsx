import { Link } from "@remix-run/react";
import { Link2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { EmptyState } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import { Page, PageHeader } from "~/ui/page";
import { StatusPill } from "~/ui/status";
import { type Column, DataTable, KeysetPager } from "~/ui/table";
import { needsMending } from "../page-health";
import type { CampaignLink, CampaignLinks } from "../queries/campaign-links.server";
import { HealthChip } from "./health-chip";
import { useLinkName } from "./link-name";

/** All links of a campaign, for its officers. */
export function CampaignLinksPage({ data, base }: { data: CampaignLinks; base: string }) {
  const { t } = useTranslation("tracking");
  return (
    <Page width="wide">
      <PageHeader
        back={{ to: base, label: t("link.campaign.back") }}
        eyebrow={data.campaign.title}
        title={t("link.campaign.title")}
        description={t("link.campaign.description")}
      />
      <DataTable
        caption={t("link.campaign.title")}
        columns={useColumns(base)}
        rows={data.links.rows}
        rowKey={(link) => link.id}
        empty={
          <EmptyState
            icon={<Link2 aria-hidden="true" />}
            title={t("link.campaign.empty")}
            description={t("link.campaign.emptyText")}
          />
        }
      />
      <KeysetPager
        next={data.links.next}
        labels={{ next: t("link.campaign.next"), prev: t("link.campaign.first") }}
      />
    </Page>
  );
}

function useColumns(base: string): Column<CampaignLink>[] {
  const { t } = useTranslation("tracking");
  const { number } = useFormat();
  const nameOf = useLinkName();
  return [
    {
      key: "link",
      header: t("link.campaign.link"),
      cell: (link) => (
        <span className="flex flex-col">
          <Link
            to={`${base}/tautan/${link.code}`}
            className="inline-flex min-h-6 items-center font-semibold text-brand-ink underline-offset-4 hover:underline"
          >
            {nameOf(link)}
          </Link>
          <span className="break-all text-ink-muted text-xs">/r/{link.code}</span>
        </span>
      ),
    },
    { key: "creator", header: t("link.campaign.creator"), cell: (link) => link.creator },
    {
      key: "state",
      header: t("link.campaign.state"),
      cell: (link) => (
        <span className="flex flex-wrap items-center gap-1.5">
          {link.closed ? (
            <StatusPill tone="neutral" label={t("link.closed")} />
          ) : (
            <Badge tone="neutral">{t(`link.placement.${link.placement}`)}</Badge>
          )}
          {link.health && needsMending(link.health) ? <HealthChip health={link.health} /> : null}
        </span>
      ),
    },
    { key: "raw", header: t("link.raw"), align: "end", cell: (link) => number(link.figures.raw) },
    { key: "human", header: t("link.human"), align: "end", cell: (link) => number(link.figures.human) },
    { key: "unique", header: t("link.unique"), align: "end", cell: (link) => number(link.figures.unique) },
  ];
}
