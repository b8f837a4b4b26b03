import { useTranslation } from "react-i18next";
import type { Tone } from "~/ui/badge";
import { StatusPill } from "~/ui/status";
import { type HealthOutcome, isDown } from "../page-health";
import type { AddressHealth } from "../queries/link-health.server";

const TONES: Record<HealthOutcome | "NEW" | "DOWN", Tone> = {
  OK: "success",
  GONE: "danger",
  MOVED: "danger",
  SOLD_OUT: "warning",
  UNSURE: "neutral",
  NEW: "neutral",
  DOWN: "danger",
};

/** What the last check of an address found. */
export function HealthChip({
  health,
}: {
  health: Pick<AddressHealth, "outcome" | "told" | "unreachableSince"> | null;
}) {
  const { t } = useTranslation("tracking");
  const state = health && isDown(health) ? "DOWN" : (health?.outcome ?? "NEW");
  return <StatusPill tone={TONES[state]} label={t(`health.outcome.${state}`)} />;
}
