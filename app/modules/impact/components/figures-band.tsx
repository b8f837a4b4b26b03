import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Period } from "~/kernel/period";
import { daysBetween } from "~/kernel/time";
import { useFormat } from "~/ui/format";
import { Stat, StatGroup } from "~/ui/stat";
import { change, type Figures, ratio } from "../figures";
import type { HeldFigures } from "../queries/report-held.server";
import { GradeSplit } from "./grade-split";

type Props = {
  totals: Figures;
  before: Figures;
  held: HeldFigures;
  period: Period;
  /** Where the cases are that hold commission; without it there is no link. */
  reviewsTo: string | undefined;
};

/** The figures of a period, raw, human and unique first and side by side, each with where it comes from. */
export function FiguresBand({ totals, before, held, period, reviewsTo }: Props) {
  const { t } = useTranslation("impact");
  const { number, percent, rupiah } = useFormat();
  const label = t("hint.before", { days: daysBetween(period.from, period.to) + 1 });
  const moved = (key: Exclude<keyof Figures, "outboundTo">) => {
    const by = change(totals[key], before[key]);
    return by === null ? undefined : { ratio: by, label };
  };
  const shown = (value: number | null, write: (value: number) => string = number) =>
    value === null ? null : write(value);
  const share = ratio(totals.human, totals.raw);
  return (
    <div className="flex flex-col gap-3">
      {/* Side by side on the telephone too: none of the three says much without the others. */}
      <StatGroup
        columns={3}
        className="grid-cols-3 [&>*:last-child:nth-child(odd)]:col-span-1 [&>*]:max-sm:px-3"
      >
        <Stat
          label={t("figure.raw")}
          value={shown(totals.raw)}
          delta={moved("raw")}
          hint={t("hint.raw")}
          source={t("source.clicks")}
        />
        <Stat
          label={t("figure.human")}
          value={shown(totals.human)}
          emphasis
          delta={moved("human")}
          hint={share === null ? undefined : t("hint.human", { share: percent(share, 0) })}
          source={t("source.clicks")}
        />
        <Stat
          label={t("figure.unique")}
          value={shown(totals.unique)}
          delta={moved("unique")}
          hint={t("hint.unique")}
          source={t("source.clicks")}
        />
      </StatGroup>
      <StatGroup columns={3}>
        <Stat
          label={t("figure.conversions")}
          value={shown(totals.conversions)}
          delta={moved("conversions")}
          hint={totals.conversions === null ? t("hint.conversionsMissing") : <GradeSplit figures={totals} />}
        />
        <Stat
          label={t("figure.value")}
          value={shown(totals.valueRupiah, rupiah)}
          delta={moved("valueRupiah")}
          hint={
            totals.confirmed === null
              ? undefined
              : t("hint.confirmed", { count: totals.confirmed, formatted: number(totals.confirmed) })
          }
        />
        <Stat
          label={t("figure.commission")}
          value={shown(totals.commissionRupiah, rupiah)}
          delta={moved("commissionRupiah")}
          hint={<CommissionHint held={held} reviewsTo={reviewsTo} />}
        />
      </StatGroup>
    </div>
  );
}

/** What the commission is made of: a sum that holds what waits says so. */
function CommissionHint({ held, reviewsTo }: Pick<Props, "held" | "reviewsTo">) {
  const { t } = useTranslation("impact");
  const { rupiah } = useFormat();
  if (held.orders === 0) return <>{t("hint.commission")}</>;
  return (
    <span className="flex flex-col items-start">
      <span>{t("hint.commission")}</span>
      <span className="font-semibold text-warning-ink">
        {t("hint.held", { amount: rupiah(held.commissionRupiah), count: held.orders })}
      </span>
      {reviewsTo ? (
        <Link
          to={reviewsTo}
          className="inline-flex min-h-6 items-center font-semibold text-brand-ink underline underline-offset-4"
        >
          {t("hint.heldOpen")}
        </Link>
      ) : null}
    </span>
  );
}
