import type { SubmissionResult } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { useFormat } from "~/ui/format";
import { Page, PageHeader, Split } from "~/ui/page";
import { NextStep } from "~/ui/status";
import type { DeliverableDetail } from "../queries/deliverable-detail.server";
import { BriefPanel } from "./brief-panel";
import { useContentName } from "./content-name";
import { DraftForm } from "./draft-form";
import { InfluencerState } from "./influencer-state";
import { PendingPictures } from "./pending-pictures";
import { ProgressSteps } from "./progress-steps";
import { ProofForm } from "./proof-form";
import { StatusOfContent } from "./status-of-content";
import { VersionHistory } from "./version-history";

type InfluencerPageProps = {
  detail: DeliverableDetail;
  upload: { accept: string; maxBytes: number };
  lastResult: SubmissionResult<string[]> | undefined;
};

/** The influencer's page of one piece: where it stands, what to do now, what the brief asks, what was said. */
export function InfluencerPage({ detail, upload, lastResult }: InfluencerPageProps) {
  const { t } = useTranslation("content");
  const { date } = useFormat();
  const nameOf = useContentName();
  const zone = detail.institution.timeZone;
  return (
    <Page>
      <PageHeader
        back={{ to: `/klaim/${detail.claimId}`, label: t("page.back") }}
        eyebrow={detail.campaign.title}
        title={nameOf(detail)}
        meta={
          <>
            <StatusOfContent status={detail.status} />
            <span>{t("page.due", { date: date(detail.dueAt, zone) })}</span>
            <span>· {detail.institution.name}</span>
          </>
        }
      />
      <ProgressSteps status={detail.status} className="w-full max-w-xl" />
      <Split
        main={
          <>
            <WhoIsNext detail={detail} />
            <InfluencerState detail={detail} />
            {detail.canSubmit ? <DraftCard detail={detail} upload={upload} lastResult={lastResult} /> : null}
            {detail.canProve ? (
              <Card as="section">
                <CardHeader title={t("proof.title")} />
                <CardBody>
                  <ProofForm platform={detail.platform} format={detail.format} lastResult={lastResult} />
                </CardBody>
              </Card>
            ) : null}
            {detail.canSubmit ? null : <VersionHistory detail={detail} />}
          </>
        }
        aside={
          <>
            <BriefPanel brief={detail.brief} />
            {detail.canSubmit ? <VersionHistory detail={detail} /> : null}
          </>
        }
      />
    </Page>
  );
}

function WhoIsNext({ detail }: { detail: DeliverableDetail }) {
  const { t } = useTranslation("content");
  const { turn, status, institution } = detail;
  if (!turn || status === "REJECTED" || status === "LIVE") return null;
  const mine = turn.who === "influencer";
  return (
    <NextStep
      who={mine ? t("turn.you") : institution.name}
      what={t(`turn.${status}`)}
      until={turn.until}
      zone={institution.timeZone}
      mine={mine}
      overdue={detail.overdue}
    />
  );
}

function DraftCard({ detail, upload, lastResult }: InfluencerPageProps) {
  const { t } = useTranslation("content");
  const newest = detail.versions[0];
  const reusable =
    newest && newest.media.length > 0 ? { number: newest.number, count: newest.media.length } : null;
  return (
    <Card as="section">
      <CardHeader
        title={newest ? t("draft.nextTitle", { number: newest.number + 1 }) : t("draft.title")}
        description={t("draft.description")}
      />
      <CardBody className="flex flex-col gap-7">
        <PendingPictures
          pictures={detail.pending}
          uploadTo={`/klaim/${detail.claimId}/konten/${detail.id}/media`}
          accept={upload.accept}
          maxBytes={upload.maxBytes}
          reusable={reusable}
        />
        <DraftForm key={newest?.id ?? "first"} detail={detail} lastResult={lastResult} />
      </CardBody>
    </Card>
  );
}
