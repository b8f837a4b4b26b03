import { ExternalLink } from "lucide-react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "~/ui/button";
import { Alert } from "~/ui/feedback";
import type { DeliverableDetail } from "../queries/deliverable-detail.server";

/** What the influencer has to know first: the officer's words, or that it is the Lapas's turn. */
export function InfluencerState({ detail }: { detail: DeliverableDetail }) {
  const { t } = useTranslation("content");
  const { status, versions, proof } = detail;
  const newest = versions[0];
  const comment = newest?.decision?.comment;
  if (detail.claimStatus !== "ACCEPTED") return <Alert tone="warning">{t("page.claimEnded")}</Alert>;
  if (status === "REVISION_REQUESTED") {
    return (
      <Alert tone="warning" title={t("page.revisionTitle")}>
        <p className="whitespace-pre-wrap">{comment}</p>
      </Alert>
    );
  }
  if (status === "REJECTED") {
    return (
      <Alert tone="danger" title={t("page.rejectedTitle")}>
        <p className="mb-2 whitespace-pre-wrap">{comment}</p>
        <p>{t("page.rejectedText")}</p>
      </Alert>
    );
  }
  if (status === "IN_REVIEW") {
    return (
      <Alert tone="info" title={t("page.inReviewTitle", { number: newest?.number ?? 1 })}>
        {t("page.inReviewText")}
      </Alert>
    );
  }
  if (status === "APPROVED") {
    return (
      <Alert tone="success" title={t("page.approvedTitle")}>
        {comment ? <p className="mb-2 whitespace-pre-wrap">{comment}</p> : null}
        {t("page.approvedText")}
      </Alert>
    );
  }
  if (status !== "LIVE" || !proof) return null;
  return (
    <Alert
      tone="success"
      title={t("page.liveTitle")}
      actions={
        <a href={proof.url} target="_blank" rel="noopener noreferrer" className={buttonClass("secondary")}>
          <ExternalLink aria-hidden="true" />
          {t("page.seePost")}
        </a>
      }
    >
      {t("page.liveText")}
    </Alert>
  );
}
