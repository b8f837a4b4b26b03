import { Inbox } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Zone } from "~/kernel/time";
import { DECISION_DAYS } from "~/modules/campaigns/campaign";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/feedback";
import { FormErrorSummary } from "~/ui/form";
import { Page, PageHeader } from "~/ui/page";
import { PillLinks } from "~/ui/pill-links";
import { KeysetPager } from "~/ui/table";
import { CLAIM_STATUSES, type ClaimStatus } from "../claim";
import type { InstitutionClaims } from "../queries/institution-claims.server";
import { ClaimantCard } from "./claimant-card";

interface InboxPageProps {
  institution: { slug: string; name: string; timeZone: Zone };
  claims: Omit<InstitutionClaims, "campaign">;
  status: ClaimStatus;
  /** Set where only the claims of one campaign are shown. */
  campaign: { id: string; title: string } | null;
  mayDecide: boolean;
  errors: string[];
}

/** The claims on a Lapas's campaigns: those that wait for a decision first. */
export function InboxPage({ institution, claims, status, campaign, mayDecide, errors }: InboxPageProps) {
  const { t } = useTranslation("claims");
  const base = `/lapas/${institution.slug}`;
  const query = (state: ClaimStatus) => {
    const next = new URLSearchParams({ status: state });
    if (campaign) next.set("kampanye", campaign.id);
    return `?${next}`;
  };
  return (
    <Page>
      <PageHeader
        {...(campaign ? { back: { to: `${base}/kampanye/${campaign.id}`, label: campaign.title } } : {})}
        eyebrow={institution.name}
        title={t("inbox.heading")}
        description={t("inbox.description", { days: DECISION_DAYS })}
        meta={campaign ? <Badge tone="accent">{t("inbox.campaign", { title: campaign.title })}</Badge> : null}
        actions={
          campaign ? (
            <ButtonLink to={`${base}/klaim`} variant="secondary">
              {t("inbox.allCampaigns")}
            </ButtonLink>
          ) : null
        }
      />
      <PillLinks
        label={t("inbox.groups")}
        items={CLAIM_STATUSES.map((state) => ({
          to: query(state),
          label: t(`status.${state}`),
          count: claims.counts[state],
          current: state === status,
        }))}
      />
      <FormErrorSummary errors={errors} />
      {claims.rows.length > 0 ? (
        <ul aria-label={t("inbox.label")} className="flex flex-col gap-5">
          {claims.rows.map((claim) => (
            <ClaimantCard
              key={claim.id}
              claim={claim}
              zone={institution.timeZone}
              now={claims.now}
              mayDecide={mayDecide}
              showsCampaign={campaign === null}
            />
          ))}
        </ul>
      ) : (
        <EmptyState
          icon={<Inbox aria-hidden="true" />}
          title={t(status === "APPLIED" ? "inbox.waitingTitle" : "inbox.emptyTitle")}
          description={t(status === "APPLIED" ? "inbox.waitingText" : "inbox.emptyText")}
        />
      )}
      <KeysetPager next={claims.next} labels={{ next: t("inbox.nextPage"), prev: t("inbox.firstPage") }} />
    </Page>
  );
}
