import type { SubmissionResult } from "@conform-to/react";
import { FileClock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { EmptyState } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import { Page, PageHeader, Split } from "~/ui/page";
import { NextStep } from "~/ui/status";
import type { DeliverableDetail } from "../queries/deliverable-detail.server";
import { BriefPanel } from "./brief-panel";
import { useContentName } from "./content-name";
import { DecisionForm } from "./decision-form";
import { DecisionMade } from "./decision-made";
import { DraftView } from "./draft-view";
import { ProgressSteps } from "./progress-steps";
import { StatusOfContent } from "./status-of-content";
import { VersionHistory } from "./version-history";

type ReviewPageProps = {
  detail: DeliverableDetail;
  lastResult: SubmissionResult<string[]> | undefined;
};

/** The officer's page of one piece: the draft beside what the brief asks, and the decision. */
export function ReviewPage({ detail, lastResult }: ReviewPageProps) {
  const { t } = useTranslation("content");
  const { dateTime } = useFormat();
  const nameOf = useContentName();
  const newest = detail.versions[0];
  const { institution } = detail;
  return (
    <Page width="wide">
      <PageHeader
        back={{ to: `/lapas/${institution.slug}/konten`, label: t("review.back") }}
        eyebrow={detail.campaign.title}
        title={t("review.title", { name: nameOf(detail), creator: detail.creator.displayName })}
        meta={
          <>
            {detail.claimStatus === "ACCEPTED" ? null : (
              <Badge tone="warning">{t("review.claimEnded")}</Badge>
            )}
            <StatusOfContent status={detail.status} />
            {newest ? (
              <>
                <span>{t("review.version", { number: newest.number })}</span>
                <span>
                  · {t("review.submitted", { date: dateTime(newest.submittedAt, institution.timeZone) })}
                </span>
              </>
            ) : null}
          </>
        }
      />
      <ProgressSteps status={detail.status} className="w-full max-w-xl" />
      <Split
        main={
          <>
            <WhoIsNext detail={detail} />
            <DraftAndDecision detail={detail} lastResult={lastResult} />
          </>
        }
        aside={
          <>
            <BriefPanel brief={detail.brief} />
            <VersionHistory detail={detail} />
          </>
        }
      />
    </Page>
  );
}

function DraftAndDecision({ detail, lastResult }: ReviewPageProps) {
  const { t } = useTranslation("content");
  const newest = detail.versions[0];
  if (!newest) {
    return (
      <EmptyState
        icon={<FileClock />}
        title={t("review.noDraftTitle")}
        description={t("review.noDraftText")}
      />
    );
  }
  if (!detail.canReview) {
    return (
      <>
        {newest.decision ? <DecisionMade number={newest.number} decision={newest.decision} /> : null}
        <DraftView detail={detail} />
      </>
    );
  }
  return (
    <DecisionForm
      key={newest.id}
      draftVersionId={newest.id}
      holdsChildren={detail.institution.holdsChildren}
      lastResult={lastResult}
    >
      <DraftView detail={detail} />
    </DecisionForm>
  );
}

function WhoIsNext({ detail }: { detail: DeliverableDetail }) {
  const { t } = useTranslation("content");
  const { turn, status, institution } = detail;
  if (!turn || status === "REJECTED" || status === "LIVE") return null;
  const mine = turn.who === "institution" && detail.canReview;
  const who = turn.who === "influencer" ? detail.creator.displayName : institution.name;
  return (
    <NextStep
      who={mine ? t("turn.you") : who}
      what={status === "IN_REVIEW" && !mine ? t("review.readOnly") : t(`turn.${status}`)}
      until={turn.until}
      zone={institution.timeZone}
      mine={mine}
      overdue={detail.overdue}
    />
  );
}
