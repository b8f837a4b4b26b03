import { useSearchParams } from "@remix-run/react";
import { ExternalLink, PencilLine } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Zone } from "~/kernel/time";
import { ButtonLink } from "~/ui/button";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { Alert } from "~/ui/feedback";
import { FormErrorSummary } from "~/ui/form";
import { useFormat } from "~/ui/format";
import { Page, PageHeader, Split } from "~/ui/page";
import { Stat, StatGroup } from "~/ui/stat";
import { NextStep } from "~/ui/status";
import { LinkTabs } from "~/ui/tabs";
import { daysLeft, isEditable } from "../campaign";
import { campaignNext } from "../campaign-next";
import { lastInstant } from "../campaign-window";
import type { CampaignDetail } from "../queries/campaign-detail.server";
import { BriefTerms } from "./brief-terms";
import { BriefView } from "./brief-view";
import { CampaignMoves } from "./campaign-moves";
import { PublicationChecklist } from "./publication-checklist";
import { PublishDialog } from "./publish-dialog";
import { RevisionList } from "./revision-list";
import { StatusOfCampaign } from "./status-of-campaign";

interface OverviewProps {
  campaign: CampaignDetail;
  institution: { slug: string; name: string; timeZone: Zone };
  may: { edit: boolean; publish: boolean };
  /** Why the last action was refused. */
  errors: string[];
}

/** A campaign as its Lapas sees it: where it stands, what comes next, the brief, and every publication. */
export function CampaignOverview({ campaign, institution, may, errors }: OverviewProps) {
  const { t } = useTranslation("campaigns");
  const base = `/lapas/${institution.slug}`;
  const here = `${base}/kampanye/${campaign.id}`;
  const { status, claims } = campaign;
  return (
    <Page width="wide">
      <PageHeader
        back={{ to: `${base}/kampanye`, label: t("detail.back") }}
        eyebrow={campaign.product.name}
        title={campaign.title}
        meta={<StatusOfCampaign status={status} availability={campaign.availability} />}
        actions={<Actions campaign={campaign} base={base} here={here} may={may} />}
      />
      <LinkTabs
        label={t("detail.tabs")}
        items={[
          { to: here, label: t("detail.overview"), end: true },
          { to: `${base}/klaim?kampanye=${campaign.id}`, label: t("detail.claims"), count: claims.APPLIED },
          ...(status === "DRAFT" ? [] : [{ to: `${here}/tautan`, label: t("detail.links") }]),
          ...(may.edit && isEditable(status) ? [{ to: `${here}/ubah`, label: t("detail.edit") }] : []),
        ]}
      />
      <FormErrorSummary errors={errors} />
      {may.edit ? null : <Alert tone="info">{t("detail.readOnly")}</Alert>}
      <Next campaign={campaign} institution={institution} base={base} mine={may.edit} />
      {status === "DRAFT" ? null : <Figures campaign={campaign} zone={institution.timeZone} />}
      <Split
        main={<BriefCard campaign={campaign} zone={institution.timeZone} />}
        aside={<Aside campaign={campaign} base={base} zone={institution.timeZone} mayEdit={may.edit} />}
      />
      {may.publish ? <CampaignMoves status={status} waiting={claims.APPLIED} /> : null}
    </Page>
  );
}

function hasChanges(campaign: CampaignDetail): boolean {
  return (campaign.unpublished ?? []).length > 0;
}

interface ActionsProps {
  campaign: CampaignDetail;
  base: string;
  here: string;
  may: OverviewProps["may"];
}

function Actions({ campaign, base, here, may }: ActionsProps) {
  const { t } = useTranslation("campaigns");
  const [params] = useSearchParams();
  const editable = isEditable(campaign.status);
  const publishable = editable && (campaign.status === "DRAFT" || hasChanges(campaign));
  const changed = (campaign.unpublished ?? []).map((field) => t(`field.${field}`)).join(", ");
  return (
    <>
      {campaign.status === "PUBLISHED" ? (
        <ButtonLink to={`/brief/${campaign.slug}`} variant="ghost" icon={<ExternalLink aria-hidden="true" />}>
          {t("detail.view")}
        </ButtonLink>
      ) : null}
      {may.edit && editable ? (
        <ButtonLink to={`${here}/ubah`} variant="secondary" icon={<PencilLine aria-hidden="true" />}>
          {t("detail.edit")}
        </ButtonLink>
      ) : null}
      {may.publish && publishable ? (
        <PublishDialog
          checklist={campaign.checklist}
          number={(campaign.revisions[0]?.number ?? 0) + 1}
          editTo={`${here}/ubah`}
          productTo={`${base}/produk/${campaign.draft.productId}`}
          changed={changed}
          startsOpen={params.has("terbitkan")}
        />
      ) : null}
    </>
  );
}

interface NextProps {
  campaign: CampaignDetail;
  institution: OverviewProps["institution"];
  base: string;
  mine: boolean;
}

function Next({ campaign, institution, base, mine }: NextProps) {
  const { t } = useTranslation("campaigns");
  const next = campaignNext({
    status: campaign.status,
    availability: campaign.availability,
    missing: campaign.checklist.filter((line) => !line.ok).length,
    waiting: campaign.claims.APPLIED,
    hasChanges: hasChanges(campaign),
    closesAt: campaign.closesAt,
  });
  const who = next.who === "you" && !mine ? institution.name : t(`detail.next.${next.who}`);
  return (
    <NextStep
      who={who}
      what={t(`detail.next.${next.what}`, { count: next.count })}
      until={next.until ? lastInstant(next.until) : null}
      zone={institution.timeZone}
      mine={mine && next.who === "you"}
      action={
        next.what === "decide" ? (
          <ButtonLink to={`${base}/klaim?kampanye=${campaign.id}`}>{t("detail.openClaims")}</ButtonLink>
        ) : null
      }
    />
  );
}

function Figures({ campaign, zone }: { campaign: CampaignDetail; zone: Zone }) {
  const { t } = useTranslation("campaigns");
  const { number, date } = useFormat();
  const { slots, slotsTaken, claims, closesAt, now } = campaign;
  const left = closesAt ? daysLeft(closesAt, now) : null;
  return (
    <StatGroup>
      <Stat
        label={t("detail.slotsTaken")}
        value={number(slotsTaken)}
        hint={t("detail.slotsOf", { slots })}
        emphasis
      />
      <Stat label={t("detail.waiting")} value={number(claims.APPLIED)} hint={t("detail.waitingHint")} />
      <Stat label={t("detail.accepted")} value={number(claims.ACCEPTED)} hint={t("detail.acceptedHint")} />
      <Stat
        label={t("detail.daysLeft")}
        value={left === null ? null : t("detail.daysLeftValue", { count: left })}
        hint={closesAt ? t("detail.daysLeftHint", { date: date(lastInstant(closesAt), zone) }) : undefined}
      />
    </StatGroup>
  );
}

function BriefCard({ campaign, zone }: { campaign: CampaignDetail; zone: Zone }) {
  const { t } = useTranslation("campaigns");
  const published = campaign.revisions[0]?.brief;
  return (
    <Card as="section">
      <CardHeader
        title={t(published ? "detail.briefTitle" : "detail.draftTitle")}
        description={published ? undefined : t("detail.draftHint")}
      />
      <CardBody>
        <BriefView brief={published ?? campaign.draft} zone={zone} level={3} />
      </CardBody>
    </Card>
  );
}

interface AsideProps {
  campaign: CampaignDetail;
  base: string;
  zone: Zone;
  mayEdit: boolean;
}

function Aside({ campaign, base, zone, mayEdit }: AsideProps) {
  const { t } = useTranslation("campaigns");
  const published = campaign.revisions[0]?.brief;
  const lacks = campaign.checklist.some((line) => !line.ok);
  const open = campaign.status === "DRAFT" || (lacks && hasChanges(campaign));
  return (
    <>
      {open && mayEdit ? (
        <Card as="section">
          <CardHeader title={t("check.title")} />
          <CardBody>
            <PublicationChecklist
              checklist={campaign.checklist}
              productTo={`${base}/produk/${campaign.draft.productId}`}
            />
          </CardBody>
        </Card>
      ) : null}
      <Card as="section">
        <CardBody>
          <BriefTerms
            brief={published ?? campaign.draft}
            product={campaign.product}
            zone={zone}
            slotsLeft={published ? campaign.slots - campaign.slotsTaken : null}
            reader="lapas"
          />
        </CardBody>
      </Card>
      {campaign.revisions.length > 0 ? (
        <Card as="section">
          <CardHeader title={t("detail.revisions")} description={t("detail.revisionsHint")} />
          <CardBody>
            <RevisionList revisions={campaign.revisions} zone={zone} />
          </CardBody>
        </Card>
      ) : null}
    </>
  );
}
