import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { useFormat } from "~/ui/format";
import { REASON_KEYS } from "../attribution-reasons";
import type { ConversionDetail } from "../queries/conversion-detail.server";
import { OUTCOME_TONES } from "./conversion-tones";

type AttributionCardProps = { conversion: ConversionDetail; zone: string; icon: ReactNode };

/** Why an order is credited as it is: the reason in a sentence, the rule, and everything that was considered. */
export function AttributionCard({ conversion, zone, icon }: AttributionCardProps) {
  const { t } = useTranslation("tracking");
  const { creditedTo } = conversion;
  return (
    <Card as="section">
      <CardHeader
        icon={icon}
        title={t("detail.attribution")}
        description={t("detail.rule", { version: conversion.ruleVersion })}
      />
      <CardBody className="flex flex-col gap-5">
        <div>
          <p className="font-semibold">
            {creditedTo ? `${creditedTo.creator} · ${creditedTo.campaign}` : t("ledger.nobody")}
          </p>
          <p className="mt-1 text-ink-muted">{t(`reasonLong.${REASON_KEYS[conversion.reason]}`)}</p>
        </div>
        <div className="flex flex-col gap-2">
          <h3 className="font-semibold text-sm">{t("detail.candidates")}</h3>
          {conversion.candidates.length === 0 ? (
            <p className="text-ink-muted text-sm">{t("detail.noCandidates")}</p>
          ) : (
            <ul className="flex flex-col divide-y divide-line rounded-control border border-line">
              {conversion.candidates.map((candidate) => (
                <CandidateItem
                  key={`${candidate.kind}:${candidate.reference}`}
                  candidate={candidate}
                  zone={zone}
                />
              ))}
            </ul>
          )}
        </div>
      </CardBody>
    </Card>
  );
}

function CandidateItem({
  candidate,
  zone,
}: {
  candidate: ConversionDetail["candidates"][number];
  zone: string;
}) {
  const { t } = useTranslation("tracking");
  const format = useFormat();
  const details = [
    candidate.at ? format.dateTime(candidate.at, zone) : null,
    candidate.windowDays === null ? null : t("candidate.within", { days: candidate.windowDays }),
  ].filter((text) => text !== null);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <span className="min-w-0">
        <span className="block text-sm">
          <span className="font-semibold">{t(`candidate.kind.${candidate.kind}`)}</span>{" "}
          <span className="tabular break-all">{candidate.reference}</span>
        </span>
        <span className="block text-ink-muted text-xs">
          {[candidate.credited?.creator, ...details].filter(Boolean).join(" · ")}
        </span>
      </span>
      <Badge tone={OUTCOME_TONES[candidate.outcome]}>{t(`candidate.${candidate.outcome}`)}</Badge>
    </li>
  );
}
