import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Zone } from "~/kernel/time";
import { NextStep } from "~/ui/status";
import type { ClaimNextStep } from "../claim";

interface NextStepOfClaimProps {
  step: ClaimNextStep;
  institution: string;
  zone: Zone;
  now: Date;
  action?: ReactNode;
  className?: string;
}

/** Whose turn it is on a claim, as its influencer reads it. */
export function NextStepOfClaim({ step, institution, zone, now, action, className }: NextStepOfClaimProps) {
  const { t } = useTranslation("claims");
  const names: Record<ClaimNextStep["who"], string> = {
    lapas: t("next.lapas", { institution }),
    influencer: t("next.you"),
    system: t("next.system"),
    nobody: t("next.nobody"),
  };
  return (
    <NextStep
      who={names[step.who]}
      what={t(`next.${step.what}`)}
      until={step.until}
      zone={zone}
      mine={step.who === "influencer" && step.what !== "reapply"}
      overdue={step.until !== null && step.until < now}
      action={action}
      {...(className ? { className } : {})}
    />
  );
}
