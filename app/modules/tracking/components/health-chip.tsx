import { useTranslation } from "react-i18next";
import type { Tone } from "~/ui/badge";
import { StatusPill } from "~/ui/status";
import type { HealthOutcome } from "../page-health";

const TONES: Record<HealthOutcome | "NEW", Tone> = {
  OK: "success",
  GONE: "danger",
  MOVED: "danger",
  SOLD_OUT: "warning",
  UNSURE: "neutral",
  NEW: "neutral",
};

/** What the last check of an address found. */
export function HealthChip({ outcome }: { outcome: HealthOutcome | null }) {
  const { t } = useTranslation("tracking");
  const state = outcome ?? "NEW";
  return <StatusPill tone={TONES[state]} label={t(`health.outcome.${state}`)} />;
}
