import { Link } from "@remix-run/react";
import { HandHeart, Megaphone, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Zone } from "~/kernel/time";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { EmptyState } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import { Page, PageHeader } from "~/ui/page";
import { Photo, PhotoPlaceholder } from "~/ui/photo";
import { PillLinks } from "~/ui/pill-links";
import { KeysetPager } from "~/ui/table";
import { CAMPAIGN_GROUP_NAMES, type CampaignGroup } from "../campaign-groups";
import { lastInstant } from "../campaign-window";
import type { CampaignList, CampaignListRow } from "../queries/institution-campaigns.server";
import { StatusOfCampaign } from "./status-of-campaign";

interface CampaignListPageProps {
  institution: { slug: string; name: string; timeZone: Zone };
  list: CampaignList;
  group: CampaignGroup;
  mayEdit: boolean;
}

/** The campaigns of a Lapas: those that run, drafts, and past ones. */
export function CampaignListPage({ institution, list, group, mayEdit }: CampaignListPageProps) {
  const { t } = useTranslation("campaigns");
  const base = `/lapas/${institution.slug}/kampanye`;
  const add = mayEdit ? (
    <ButtonLink to={`${base}/baru`} icon={<Plus aria-hidden="true" />}>
      {t("list.add")}
    </ButtonLink>
  ) : null;
  return (
    <Page>
      <PageHeader
        eyebrow={institution.name}
        title={t("title")}
        description={t("list.description")}
        actions={add}
      />
      <Groups list={list} group={group} />
      {list.rows.length > 0 ? (
        <ul aria-label={t("list.label")} className="flex flex-col gap-3">
          {list.rows.map((row) => (
            <Row key={row.id} row={row} to={`${base}/${row.id}`} zone={institution.timeZone} />
          ))}
        </ul>
      ) : (
        <EmptyState
          icon={<Megaphone aria-hidden="true" />}
          title={t(`list.empty.${group}`)}
          description={t(`list.emptyText.${group}`)}
          action={group === "past" ? null : add}
        />
      )}
      <KeysetPager next={list.next} labels={{ next: t("list.next"), prev: t("list.first") }} />
    </Page>
  );
}

/** The groups as pills: three pages of one list. */
function Groups({ list, group }: Pick<CampaignListPageProps, "list" | "group">) {
  const { t } = useTranslation("campaigns");
  return (
    <PillLinks
      label={t("list.groups")}
      items={CAMPAIGN_GROUP_NAMES.map((name) => ({
        to: `?kelompok=${name}`,
        label: t(`list.${name}`),
        count: list.counts[name],
        current: name === group,
      }))}
    />
  );
}

function Row({ row, to, zone }: { row: CampaignListRow; to: string; zone: Zone }) {
  const { t } = useTranslation("campaigns");
  const { date, relative } = useFormat();
  const { picture } = row;
  const time =
    row.status === "DRAFT" || !row.closesAt
      ? t("list.updated", { when: relative(row.updatedAt) })
      : t("list.until", { date: date(lastInstant(row.closesAt), zone) });
  return (
    <Card as="li" interactive className="flex-row items-stretch overflow-hidden">
      <div className="relative w-24 shrink-0 overflow-hidden sm:w-36">
        {picture ? (
          <Photo
            sources={picture.sources}
            alt=""
            sizes="9rem"
            placeholderColor={picture.colour}
            className="absolute inset-0 size-full"
          />
        ) : (
          <PhotoPlaceholder className="absolute inset-0 size-full" />
        )}
      </div>
      <div className="flex min-w-0 grow flex-col gap-2 p-4">
        <div className="flex flex-wrap items-center gap-2">
          <StatusOfCampaign status={row.status} availability={row.availability} />
          {row.waiting > 0 ? (
            <Badge tone="accent" icon={<HandHeart aria-hidden="true" />}>
              {t("list.waiting", { count: row.waiting })}
            </Badge>
          ) : null}
        </div>
        <h2 className="text-title">
          <Link to={to} prefetch="intent" className="after:absolute after:inset-0">
            {row.title}
          </Link>
        </h2>
        <p className="mt-auto flex flex-wrap gap-x-4 gap-y-1 text-ink-muted text-sm">
          <span>{row.productName}</span>
          {row.status === "DRAFT" ? null : (
            <span className="tabular">{t("list.slots", { taken: row.slotsTaken, slots: row.slots })}</span>
          )}
          <span>{time}</span>
        </p>
      </div>
    </Card>
  );
}
