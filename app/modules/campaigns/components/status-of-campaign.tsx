import { useTranslation } from "react-i18next";
import type { Tone } from "~/ui/badge";
import { StatusPill } from "~/ui/status";
import type { Availability, CampaignStatus } from "../campaign";

const TONES: Record<CampaignStatus, Tone> = {
  DRAFT: "neutral",
  PUBLISHED: "success",
  PAUSED: "warning",
  CLOSED: "info",
  ARCHIVED: "neutral",
};

/** Where a campaign stands; of a published one also what influencers meet: full, opening soon, over. */
export function StatusOfCampaign({
  status,
  availability,
}: {
  status: CampaignStatus;
  availability: Availability;
}) {
  const { t } = useTranslation("campaigns");
  const told = status === "PUBLISHED" && availability !== "open";
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <StatusPill tone={TONES[status]} label={t(`status.${status}`)} />
      {told ? <StatusPill tone="accent" label={t(`availability.${availability}`)} /> : null}
    </span>
  );
}
