import { useTranslation } from "react-i18next";
import type { Tone } from "~/ui/badge";
import { StatusPill } from "~/ui/status";
import type { DeliverableStatus } from "../deliverable";

export const STATUS_TONE: Record<DeliverableStatus, Tone> = {
  AWAITING_DRAFT: "neutral",
  IN_REVIEW: "info",
  REVISION_REQUESTED: "warning",
  APPROVED: "success",
  REJECTED: "danger",
  LIVE: "success",
};

/** Where a piece of content stands, in a word. */
export function StatusOfContent({ status }: { status: DeliverableStatus }) {
  const { t } = useTranslation("content");
  return <StatusPill tone={STATUS_TONE[status]} label={t(`status.${status}`)} />;
}
