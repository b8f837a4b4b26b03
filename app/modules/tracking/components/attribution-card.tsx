import { Scale } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { Alert } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import { REASON_KEYS } from "../attribution-reasons";
import type { ConversionDetail } from "../queries/conversion-detail.server";
import { WHOLE } from "../shares";
import { OUTCOME_TONES } from "./conversion-tones";
import { DecideDialog } from "./decide-dialog";
import type { OrderReply } from "./order-decisions";
import { RuleWords } from "./rule-words";

type AttributionCardProps = { conversion: ConversionDetail; zone: string; reply: OrderReply };

/** Why an order is credited as it is: the reason, the rule in words, everything considered, a person's decision. */
export function AttributionCard({ conversion, zone, reply }: AttributionCardProps) {
  const { t } = useTranslation("tracking");
  const { rule, decision } = conversion;
  return (
    <Card as="section">
      <CardHeader
        icon={<Scale aria-hidden="true" />}
        title={t("detail.attribution")}
        description={t(`reasonLong.${REASON_KEYS[conversion.reason]}`)}
        actions={
          conversion.mayChange && !conversion.withdrawnAt ? (
            <DecideDialog conversion={conversion} reply={reply} />
          ) : null
        }
      />
      <CardBody className="flex flex-col gap-5">
        {conversion.contested && !decision ? (
          <Alert tone="warning" title={t("detail.contested")}>
            <p>{t("detail.contestedText")}</p>
          </Alert>
        ) : null}
        {decision ? <DecisionNote decision={decision} zone={zone} /> : null}
        <Credits conversion={conversion} />
        {rule ? <RuleWords rule={rule} version={conversion.ruleVersion} /> : null}
        <div className="flex flex-col gap-2">
          <h3 className="font-semibold text-sm">
            {t(decision ? "detail.candidatesByRule" : "detail.candidates")}
          </h3>
          {conversion.candidates.length === 0 ? (
            <p className="text-ink-muted text-sm">{t("detail.noCandidates")}</p>
          ) : (
            <ul className="flex flex-col divide-y divide-line rounded-control border border-line">
              {conversion.candidates.map((candidate) => (
                <CandidateItem
                  key={`${candidate.kind}:${candidate.reference}:${candidate.claimId}`}
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

function DecisionNote({
  decision,
  zone,
}: {
  decision: NonNullable<ConversionDetail["decision"]>;
  zone: string;
}) {
  const { t } = useTranslation("tracking");
  const format = useFormat();
  return (
    <Alert
      tone="info"
      title={t("decide.done", {
        by: decision.by ?? t("detail.by.user"),
        at: format.dateTime(decision.at, zone),
      })}
    >
      <p className="whitespace-pre-line">{decision.reason}</p>
    </Alert>
  );
}

function Credits({ conversion }: { conversion: ConversionDetail }) {
  const { t } = useTranslation("tracking");
  const format = useFormat();
  if (conversion.credits.length === 0) return <p className="font-semibold">{t("ledger.nobody")}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {conversion.credits.map((credit) => (
        <li key={credit.claimId} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <span className="font-semibold">{`${credit.creator} · ${credit.campaign}`}</span>
          <span className="tabular text-ink-muted text-sm">
            {t("detail.creditShare", {
              share: format.percent(credit.share / WHOLE, credit.share % 10_000 === 0 ? 0 : 2),
              net: format.rupiah(credit.netRupiah),
              commission: format.rupiah(credit.commissionRupiah),
            })}
          </span>
        </li>
      ))}
    </ul>
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
  const { credited } = candidate;
  const details = [
    credited ? `${credited.creator} · ${credited.campaign}` : null,
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
        <span className="block text-ink-muted text-xs">{details.join(" · ")}</span>
      </span>
      <Badge tone={OUTCOME_TONES[candidate.outcome]}>{t(`candidate.${candidate.outcome}`)}</Badge>
    </li>
  );
}
