import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ZONES, type Zone } from "~/kernel/time";
import { useFormat } from "~/ui/format";
import { recountPath } from "../dashboard-paths";
import type { ReportFreshness } from "../queries/report-freshness.server";
import type { ReportRecount } from "../queries/report-recounts.server";

type Props = {
  freshness: ReportFreshness;
  recount: ReportRecount | null;
  zone: Zone;
  /** Whether the scope has institutions of several zones, so that unique visitors follow other days. */
  mixedZones: boolean;
};

/** When the figures were read, how far clicks are counted, by whose days, and whether they were judged anew since. */
export function FreshnessNote({ freshness, recount, zone, mixedZones }: Props) {
  const { t } = useTranslation("impact");
  const { date, dateTime } = useFormat();
  return (
    <p className="text-ink-muted text-xs">
      {t("fresh.read", { time: dateTime(freshness.readAt, zone) })}{" "}
      {freshness.clicksUntil
        ? t("fresh.clicks", { time: dateTime(freshness.clicksUntil, zone) })
        : t("fresh.noClicks")}{" "}
      {t("fresh.zone", { zone: ZONES[zone].abbreviation })} {mixedZones ? t("fresh.uniqueZone") : null}{" "}
      {recount ? t("fresh.recounted", { version: recount.rulesVersion, date: date(recount.at, zone) }) : null}{" "}
      {recount?.mayOpen ? (
        <Link
          to={recountPath(recount.id)}
          className="font-semibold text-brand-ink underline underline-offset-4"
        >
          {t("fresh.recountOpen")}
        </Link>
      ) : null}
    </p>
  );
}
