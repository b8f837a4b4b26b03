import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "~/ui/card";
import { Progress } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import { NATIONAL_UNITS } from "../figures";
import type { FlagshipCoverage } from "../queries/flagship-coverage.server";

/** How far Satu Lapas Satu Produk Unggulan has come: of those registered, with the nation's number as context. */
export function FlagshipPanel({ coverage, national }: { coverage: FlagshipCoverage; national: boolean }) {
  const { t } = useTranslation("impact");
  const { number, percent } = useFormat();
  const { registered, withFlagship, missing } = coverage;
  return (
    <Card as="section">
      <CardHeader title={t("flagship.title")} />
      <CardBody className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
        <div>
          <p className="flex items-baseline gap-2">
            <span className="tabular font-extrabold text-figure">{number(withFlagship)}</span>
            <span className="text-ink-muted">
              / {number(registered)}
              {registered > 0 ? ` · ${percent(withFlagship / registered, 0)}` : ""}
            </span>
          </p>
          <Progress
            value={withFlagship}
            max={Math.max(1, registered)}
            label={t("flagship.progress", { done: number(withFlagship), total: number(registered) })}
          />
        </div>
        {missing.length > 0 ? (
          <div>
            <p className="font-semibold text-sm">{t("flagship.missing")}</p>
            <ul className="mt-1 flex flex-wrap gap-x-6">
              {missing.map((institution) => (
                <li key={institution.slug}>
                  <Link
                    to={`/lapas/${institution.slug}`}
                    className="inline-flex min-h-9 items-center text-brand-ink text-sm underline-offset-4 hover:underline pointer-coarse:min-h-11"
                  >
                    {institution.name}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ) : registered > 0 ? (
          <p className="text-sm text-success-ink">{t("flagship.complete")}</p>
        ) : null}
        {national ? (
          <p className="text-ink-muted text-xs lg:col-span-2">
            {t("flagship.context", {
              units: number(NATIONAL_UNITS.count),
              source: NATIONAL_UNITS.source,
              year: String(NATIONAL_UNITS.year),
            })}
          </p>
        ) : null}
      </CardBody>
    </Card>
  );
}
