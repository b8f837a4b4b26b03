import { useTranslation } from "react-i18next";
import type { Tone } from "~/ui/badge";
import { StatusPill } from "~/ui/status";
import type { ClaimStatus } from "../claim";

const TONES: Record<ClaimStatus, Tone> = {
  APPLIED: "info",
  ACCEPTED: "success",
  REJECTED: "danger",
  WITHDRAWN: "neutral",
};

/** Where a claim stands. */
export function StatusOfClaim({ status }: { status: ClaimStatus }) {
  const { t } = useTranslation("claims");
  return <StatusPill tone={TONES[status]} label={t(`status.${status}`)} />;
}
