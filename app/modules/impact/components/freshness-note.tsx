import { useTranslation } from "react-i18next";
import { ZONES, type Zone } from "~/kernel/time";
import { useFormat } from "~/ui/format";
import type { ReportFreshness } from "../queries/report-freshness.server";

type Props = {
  freshness: ReportFreshness;
  zone: Zone;
  /** Whether the scope has institutions of several zones, so that unique visitors follow other days. */
  mixedZones: boolean;
};

/** When the figures were read, how far clicks are counted, and whose days they are. */
export function FreshnessNote({ freshness, zone, mixedZones }: Props) {
  const { t } = useTranslation("impact");
  const { dateTime } = useFormat();
  return (
    <p className="text-ink-muted text-xs">
      {t("fresh.read", { time: dateTime(freshness.readAt, zone) })}{" "}
      {freshness.clicksUntil
        ? t("fresh.clicks", { time: dateTime(freshness.clicksUntil, zone) })
        : t("fresh.noClicks")}{" "}
      {t("fresh.zone", { zone: ZONES[zone].abbreviation })} {mixedZones ? t("fresh.uniqueZone") : null}
    </p>
  );
}
