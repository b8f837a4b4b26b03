import { Link } from "@remix-run/react";
import { ClipboardCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { EmptyState } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import { Page, PageHeader } from "~/ui/page";
import { Photo, PhotoPlaceholder } from "~/ui/photo";
import { PillLinks } from "~/ui/pill-links";
import { KeysetPager } from "~/ui/table";
import { CLAIM_GROUP_NAMES, type ClaimGroup } from "../claim-groups";
import type { MyClaimRow, MyClaims } from "../queries/my-claims.server";
import { NextStepOfClaim } from "./next-step-of-claim";
import { StatusOfClaim } from "./status-of-claim";

interface MyClaimsPageProps {
  claims: MyClaims;
  group: ClaimGroup;
}

/** The influencer's own claims, each with whose turn it is. */
export function MyClaimsPage({ claims, group }: MyClaimsPageProps) {
  const { t } = useTranslation("claims");
  return (
    <Page>
      <PageHeader
        eyebrow={t("list.eyebrow")}
        title={t("list.heading")}
        description={t("list.description")}
        actions={<ButtonLink to="/brief">{t("list.emptyAction")}</ButtonLink>}
      />
      <PillLinks
        label={t("list.groups")}
        items={CLAIM_GROUP_NAMES.map((name) => ({
          to: `?kelompok=${name}`,
          label: t(`list.${name}`),
          count: claims.counts[name],
          current: name === group,
        }))}
      />
      {claims.rows.length > 0 ? (
        <ul aria-label={t("list.label")} className="flex flex-col gap-4">
          {claims.rows.map((claim) => (
            <ClaimCard key={claim.id} claim={claim} now={claims.now} />
          ))}
        </ul>
      ) : (
        <EmptyState
          icon={<ClipboardCheck aria-hidden="true" />}
          title={t(group === "active" ? "list.emptyTitle" : "list.emptyPastTitle")}
          description={t(group === "active" ? "list.emptyText" : "list.emptyPastText")}
          action={group === "active" ? <ButtonLink to="/brief">{t("list.emptyAction")}</ButtonLink> : null}
        />
      )}
      <KeysetPager next={claims.next} labels={{ next: t("list.nextPage"), prev: t("list.firstPage") }} />
    </Page>
  );
}

function ClaimCard({ claim, now }: { claim: MyClaimRow; now: Date }) {
  const { t } = useTranslation("claims");
  const { date } = useFormat();
  const { picture } = claim;
  return (
    <Card as="li" interactive className="overflow-hidden sm:flex-row sm:items-stretch">
      <div className="relative overflow-hidden sm:w-52 sm:shrink-0">
        {picture ? (
          <Photo
            sources={picture.sources}
            alt=""
            sizes="(min-width: 40rem) 13rem, 100vw"
            ratio="16/9"
            placeholderColor={picture.colour}
            className="sm:absolute sm:inset-0 sm:size-full"
          />
        ) : (
          <PhotoPlaceholder ratio="16/9" className="sm:absolute sm:inset-0 sm:size-full" />
        )}
      </div>
      <div className="flex min-w-0 grow flex-col gap-3 p-4 sm:p-5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <StatusOfClaim status={claim.status} />
          <span className="text-ink-muted text-sm">
            {t("list.appliedOn", { date: date(claim.appliedAt, claim.timeZone) })}
          </span>
        </div>
        <div>
          <h2 className="text-title">
            <Link to={`/klaim/${claim.id}`} prefetch="intent" className="after:absolute after:inset-0">
              {claim.title}
            </Link>
          </h2>
          <p className="text-ink-muted text-sm">{claim.institution}</p>
        </div>
        {claim.decisionReason ? (
          <p className="border-line-strong border-l-2 pl-3 text-sm">
            <span className="font-semibold">
              {t(claim.status === "REJECTED" ? "list.reason" : "list.ownReason")}:
            </span>{" "}
            {claim.decisionReason}
          </p>
        ) : null}
        <NextStepOfClaim
          step={claim.nextStep}
          institution={claim.institution}
          zone={claim.timeZone}
          now={now}
          className="mt-auto"
        />
      </div>
    </Card>
  );
}
