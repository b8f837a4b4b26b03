import { BadgeCheck, CircleAlert, ExternalLink, MapPin, MessageCircle } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Zone } from "~/kernel/time";
import { NICHES } from "~/modules/creators/creator";
import { showWhatsapp, whatsappLink } from "~/modules/institutions/whatsapp";
import { Avatar } from "~/ui/avatar";
import { Badge } from "~/ui/badge";
import { Card, CardFooter } from "~/ui/card";
import { cn } from "~/ui/cn";
import { useFormat } from "~/ui/format";
import type { InstitutionClaimRow } from "../queries/institution-claims.server";
import { DecisionButtons } from "./decision-buttons";
import { StatusOfClaim } from "./status-of-claim";

interface ClaimantCardProps {
  claim: InstitutionClaimRow;
  zone: Zone;
  now: Date;
  mayDecide: boolean;
  /** Names the campaign, where claims of several stand in one list. */
  showsCampaign: boolean;
}

/** Somebody who claimed a campaign, with all that a decision needs: who, why, with which accounts, and since when. */
export function ClaimantCard({ claim, zone, now, mayDecide, showsCampaign }: ClaimantCardProps) {
  const { t } = useTranslation("claims");
  const { campaign } = claim;
  return (
    <Card as="li">
      <div className="flex flex-col gap-5 p-4 sm:p-6">
        <Head claim={claim} zone={zone} now={now} />
        {showsCampaign ? (
          <p className="flex flex-wrap gap-x-3 gap-y-1 text-sm">
            <span className="font-semibold">{t("inbox.campaign", { title: campaign.title })}</span>
            <span className="tabular text-ink-muted">
              {t("inbox.slots", { taken: campaign.slotsTaken, slots: campaign.slots })}
            </span>
          </p>
        ) : null}
        <div className="grid gap-5 md:grid-cols-2">
          <div className="flex flex-col gap-1.5">
            <h3 className="font-semibold text-sm">{t("inbox.message")}</h3>
            <p className="whitespace-pre-line">{claim.message}</p>
          </div>
          <Accounts claim={claim} />
        </div>
        {claim.decisionReason ? (
          <p className="border-line-strong border-l-2 pl-3 text-sm">
            <span className="font-semibold">
              {t(claim.status === "REJECTED" ? "inbox.reason" : "inbox.ownReason")}:
            </span>{" "}
            {claim.decisionReason}
          </p>
        ) : null}
      </div>
      {mayDecide && claim.status === "APPLIED" ? (
        <CardFooter>
          <DecisionButtons claim={claim} />
        </CardFooter>
      ) : null}
    </Card>
  );
}

function Head({ claim, zone, now }: Pick<ClaimantCardProps, "claim" | "zone" | "now">) {
  const { t } = useTranslation(["claims", "creators"]);
  const { creator } = claim;
  const known = NICHES.filter((niche) => creator.niches.includes(niche));
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
      <Avatar name={creator.displayName} size="lg" />
      <div className="min-w-0 grow">
        <h2 className="text-title">
          {creator.displayName} <span className="font-normal text-ink-muted text-sm">@{creator.handle}</span>
        </h2>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-muted text-sm">
          {creator.city ? (
            <span className="inline-flex items-center gap-1">
              <MapPin aria-hidden="true" className="size-4" />
              {creator.city}
            </span>
          ) : null}
          <RecordOf record={creator.record} />
        </p>
        <p className={cn("mt-1.5 text-sm", creator.bio === "" && "text-ink-subtle italic")}>
          {creator.bio || t("claims:inbox.noBio")}
        </p>
        {known.length > 0 ? (
          <ul className="mt-2 flex flex-wrap gap-1.5">
            {known.map((niche) => (
              <li key={niche}>
                <Badge>{t(`creators:niche.${niche}`)}</Badge>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <div className="flex flex-col items-start gap-1.5 sm:items-end">
        <StatusOfClaim status={claim.status} />
        <Deadline claim={claim} zone={zone} now={now} />
      </div>
    </div>
  );
}

function RecordOf({ record }: { record: InstitutionClaimRow["creator"]["record"] }) {
  const { t } = useTranslation("claims");
  if (record.accepted === 0) return <span>{t("inbox.newcomer")}</span>;
  return (
    <span className="inline-flex items-center gap-1">
      <BadgeCheck aria-hidden="true" className="size-4 text-success-ink" />
      {t("inbox.record", { count: record.accepted })} · {t("inbox.live", { count: record.live })}
    </span>
  );
}

function Deadline({ claim, zone, now }: Pick<ClaimantCardProps, "claim" | "zone" | "now">) {
  const { t } = useTranslation("claims");
  const { date, dateTime } = useFormat();
  if (!claim.dueAt) {
    return (
      <p className="text-ink-muted text-sm">
        {claim.decidedAt
          ? t("inbox.decidedOn", { date: date(claim.decidedAt, zone) })
          : t("list.appliedOn", { date: date(claim.appliedAt, zone) })}
      </p>
    );
  }
  const overdue = claim.dueAt < now;
  return (
    <p className={cn("text-sm", overdue ? "font-semibold text-danger-ink" : "text-ink-muted")}>
      {t(overdue ? "inbox.overdue" : "inbox.dueAt", { date: dateTime(claim.dueAt, zone) })}
    </p>
  );
}

function Accounts({ claim }: { claim: InstitutionClaimRow }) {
  const { t } = useTranslation(["claims", "creators"]);
  const { compact } = useFormat();
  const { creator, campaign } = claim;
  const has = new Set(creator.socialAccounts.map((account) => account.platform));
  const missing = campaign.platforms.filter((platform) => !has.has(platform));
  return (
    <div className="flex flex-col gap-1.5">
      <h3 className="font-semibold text-sm">{t("claims:inbox.accounts")}</h3>
      <ul className="flex flex-col">
        {creator.socialAccounts.map((account) => (
          <li key={account.url}>
            <a
              href={account.url}
              target="_blank"
              rel="noopener noreferrer"
              className="inline-flex min-h-11 flex-wrap items-center gap-x-2 text-sm underline-offset-4 hover:underline"
            >
              <span className="font-semibold">{t(`creators:platform.${account.platform}`)}</span>
              <span className="text-brand-ink">@{account.handle}</span>
              <ExternalLink aria-hidden="true" className="size-3.5 text-ink-muted" />
              {account.followers === null ? null : (
                <span className="tabular text-ink-muted">
                  {t("creators:followers", { number: compact(account.followers) })} ({t("creators:declared")})
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
      {missing.length > 0 ? (
        <p className="flex items-start gap-1.5 text-sm text-warning-ink">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {t("claims:inbox.platformGap", {
            platforms: missing.map((platform) => t(`creators:platform.${platform}`)).join(", "),
          })}
        </p>
      ) : null}
      {creator.whatsapp ? (
        <a
          href={whatsappLink(creator.whatsapp)}
          target="_blank"
          rel="noopener noreferrer"
          className="inline-flex min-h-11 items-center gap-2 text-sm underline-offset-4 hover:underline"
        >
          <MessageCircle aria-hidden="true" className="size-4 text-success-ink" />
          <span className="tabular">{showWhatsapp(creator.whatsapp)}</span>
        </a>
      ) : null}
    </div>
  );
}
