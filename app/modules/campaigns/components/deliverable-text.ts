import { useTranslation } from "react-i18next";
import type { Zone } from "~/kernel/time";
import { useFormat } from "~/ui/format";
import type { BriefDeliverable } from "../brief.schemas";
import { lastInstant } from "../campaign-window";

/** What is asked and until when, in words: "2 Reel Instagram", "7 hari setelah diterima". */
export function useDeliverableText(zone: Zone) {
  const { t } = useTranslation(["campaigns", "creators"]);
  const { date } = useFormat();
  return {
    name: (item: BriefDeliverable) =>
      t("campaigns:deliverable.name", {
        quantity: item.quantity,
        format: t(`campaigns:format.${item.format}`),
        platform: t(`creators:platform.${item.platform}`),
      }),
    due: (item: BriefDeliverable) =>
      item.dueAt
        ? t("campaigns:deliverable.date", { date: date(lastInstant(item.dueAt), zone) })
        : t("campaigns:deliverable.days", { count: item.dueDaysAfterAcceptance ?? 0 }),
  };
}
