import type { SubmissionResult } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import { localDay } from "~/kernel/time";
import { Badge } from "~/ui/badge";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { CopyButton } from "~/ui/copy-button";
import { Alert } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import { Page, PageHeader, Split } from "~/ui/page";
import { RangePicker } from "~/ui/range-picker";
import { ShareButtons } from "~/ui/share-buttons";
import { Stat, StatGroup } from "~/ui/stat";
import { StatusPill } from "~/ui/status";
import { OutboundSteps } from "../outbound-steps";
import type { LinkDetail } from "../queries/link-detail.server";
import { HealthChip } from "./health-chip";
import { LinkChart } from "./link-chart";
import { useLinkName } from "./link-name";
import { LinkSettings } from "./link-settings";
import { LinkTraits } from "./link-traits";
import { QrFigure } from "./qr-figure";

type LinkPageProps = {
  data: LinkDetail;
  now: Date;
  /** Where the reader came from. */
  back: { to: string; label: string };
  lastResult: SubmissionResult<string[]> | undefined;
};

/** One link: what it brought, day by day, where it leads, and what its influencer may change. */
export function LinkPage({ data, now, back, lastResult }: LinkPageProps) {
  const { t } = useTranslation("tracking");
  const { number } = useFormat();
  const { link, figures, period } = data;
  return (
    <Page width="wide">
      <PageHeader
        back={back}
        eyebrow={`${data.creator} · ${data.campaign.title}`}
        title={useLinkName()(link)}
        meta={<Meta data={data} />}
      />
      {link.listed ? null : <Alert tone="warning">{t("link.unlisted")}</Alert>}
      {!data.campaign.running && !link.closed ? (
        <Alert tone="warning" title={t("panel.restingTitle")}>
          {t("panel.restingText")}
        </Alert>
      ) : null}
      <StatGroup columns={3}>
        <Stat label={t("link.raw")} value={number(figures.raw)} hint={t("link.all")} />
        <Stat label={t("link.human")} value={number(figures.human)} hint={t("link.all")} emphasis />
        <Stat label={t("link.unique")} value={number(figures.unique)} hint={t("link.uniqueHint")} />
      </StatGroup>
      <Split
        main={
          <>
            <RangePicker from={period.from} to={period.to} zone={period.zone} now={now} />
            <LinkChart days={data.days} today={localDay(now, period.zone)} />
            <OutboundCard data={data} />
            <LinkTraits traits={data.traits} />
            {data.mayEdit ? <LinkSettings data={data} lastResult={lastResult} /> : null}
          </>
        }
        aside={
          <>
            {link.closed ? null : <ShareCard data={data} />}
            <LeadsCard data={data} />
          </>
        }
      />
    </Page>
  );
}

function Meta({ data }: { data: LinkDetail }) {
  const { t } = useTranslation(["tracking", "creators"]);
  const { link } = data;
  const live = link.closed
    ? "tracking:link.closed"
    : link.live
      ? "tracking:panel.live"
      : "tracking:panel.resting";
  return (
    <span className="flex flex-wrap items-center gap-2">
      <StatusPill tone={link.closed ? "neutral" : link.live ? "success" : "warning"} label={t(live)} />
      <Badge tone="neutral">{t(`tracking:link.placement.${link.placement}`)}</Badge>
      {link.platform ? <Badge tone="neutral">{t(`creators:platform.${link.platform}`)}</Badge> : null}
    </span>
  );
}

function ShareCard({ data }: { data: LinkDetail }) {
  const { t } = useTranslation("tracking");
  const { link } = data;
  return (
    <Card as="section">
      <CardHeader title={t("link.share")} />
      <CardBody className="flex flex-col gap-5">
        <CopyButton value={link.url} label={t("panel.copy")} copiedLabel={t("panel.copied")} showValue />
        <ShareButtons url={link.url} text={t("panel.shareText", { product: data.product })} />
        <QrFigure claimId={data.claimId} code={link.code} />
      </CardBody>
    </Card>
  );
}

function OutboundCard({ data }: { data: LinkDetail }) {
  const { t } = useTranslation("tracking");
  if (!data.steps) return null;
  const landed = data.days.reduce((sum, { human }) => sum + (human ?? 0), 0);
  return (
    <Card as="section">
      <CardHeader title={t("outbound.step")} description={t("outbound.description")} />
      <CardBody className="flex flex-col gap-5">
        <OutboundSteps landed={landed} steps={data.steps} />
      </CardBody>
    </Card>
  );
}

function LeadsCard({ data }: { data: LinkDetail }) {
  const { t } = useTranslation("tracking");
  return (
    <Card as="section">
      <CardHeader
        title={t("link.leads")}
        actions={data.health ? <HealthChip health={data.health} /> : null}
      />
      <CardBody>
        <p className="font-semibold">{t(`link.destination.${data.link.destination}`)}</p>
        <p className="mt-1 break-all text-ink-muted text-sm">{data.address}</p>
        <p className="mt-2 text-ink-subtle text-xs">{t("link.leadsHint")}</p>
      </CardBody>
    </Card>
  );
}
