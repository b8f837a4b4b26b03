import { ReceiptText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button";
import { BarSeriesChart, ChartFrame } from "~/ui/chart";
import { Alert, ErrorState } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import { useMessage } from "~/ui/message";
import { Section } from "~/ui/page";
import { Stat, StatGroup } from "~/ui/stat";
import type { ImportDetail } from "../queries/import-detail.server";
import type { ImportFigures } from "../queries/import-figures.server";
import type { Unit } from "../report";
import { UndoImport } from "./import-actions";
import type { ImportPageProps } from "./import-page-props";
import { ImportRows } from "./import-rows";

/** What an import did, or why it did nothing. */
export function ImportResult(props: ImportPageProps) {
  const { detail, base } = props;
  const { t } = useTranslation("imports");
  if (detail.status === "REFUSED") return <Refused detail={detail} base={base} />;
  if (detail.status === "CANCELLED") {
    return (
      <Alert tone="info">{t(detail.endReason === "expired" ? "result.expired" : "result.cancelled")}</Alert>
    );
  }
  return (
    <>
      <Effects {...props} />
      {props.figures && props.figures.rows.length > 0 ? (
        <Figures detail={detail} figures={props.figures} />
      ) : null}
      <ImportRows {...props} />
    </>
  );
}

function Refused({ detail, base }: { detail: ImportDetail; base: string }) {
  const { t } = useTranslation("imports");
  const { refusal } = detail;
  return (
    <ErrorState
      title={t("result.refusedTitle")}
      description={
        refusal
          ? [
              t(`fault.${refusal.fault}`),
              refusal.row === null ? null : t("result.refusedRow", { row: refusal.row }),
            ]
              .filter(Boolean)
              .join(" ")
          : null
      }
      action={<ButtonLink to={base}>{t("result.tryAgain")}</ButtonLink>}
    />
  );
}

function Effects({ detail, ordersTo, mayWrite }: ImportPageProps) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const { effect, counts, status } = detail;
  const undone = status === "UNDONE";
  return (
    <Section
      title={t("result.title")}
      actions={
        <>
          {ordersTo && detail.grain === "order" ? (
            <ButtonLink to={ordersTo} variant="secondary" icon={<ReceiptText aria-hidden="true" />}>
              {t("result.orders")}
            </ButtonLink>
          ) : null}
          {mayWrite && !undone ? <UndoImport /> : null}
        </>
      }
    >
      <StatGroup columns={4}>
        <Stat
          label={t("result.created")}
          value={format.number(effect.created)}
          source={t("result.imported")}
        />
        <Stat label={t("result.updated")} value={format.number(effect.updated)} />
        {undone ? (
          <Stat label={t("result.undone")} value={format.number(effect.undone)} />
        ) : (
          <Stat label={t("result.unchanged")} value={format.number(effect.unchanged)} />
        )}
        {undone ? (
          <Stat label={t("result.kept")} value={format.number(effect.kept)} />
        ) : (
          <Stat label={t("outcome.REFUSED")} value={format.number(counts.REFUSED.rows)} />
        )}
      </StatGroup>
      {effect.held > 0 && !undone ? (
        <Alert tone="info" title={t("result.held", { count: effect.held })}>
          {t("result.heldText")}
        </Alert>
      ) : null}
      {undone ? (
        <Alert
          tone="info"
          title={t("result.undone_by", { name: detail.endedBy ?? "–", reason: detail.endReason ?? "–" })}
        >
          {effect.kept > 0 ? t("result.keptText") : null}
        </Alert>
      ) : null}
    </Section>
  );
}

function Figures({ detail, figures }: { detail: ImportDetail; figures: ImportFigures }) {
  const { t } = useTranslation("imports");
  const message = useMessage();
  const format = useFormat();
  const value = (unit: Unit, amount: number | null) => {
    if (unit === "RUPIAH") return format.rupiah(amount === null ? null : Math.round(amount));
    return unit === "RATIO" ? format.percent(amount, 1) : format.number(amount, unit === "NUMBER" ? 2 : 0);
  };
  const [main] = figures.metrics;
  if (!main || !detail.report) return null;
  const label = (key: string) => message(`imports:metric.${key}`);
  const data = figures.rows.slice(0, 10).map((row) => ({ label: row.label, main: row.values[0] ?? 0 }));
  return (
    <ChartFrame
      title={t("result.figures")}
      description={t("result.figuresText", { report: t(`report.${detail.report}`) })}
      source={figures.more ? t("result.figuresMore", { count: figures.rows.length }) : t("result.imported")}
      table={{
        columns: [
          { key: "label", header: t("result.name") },
          ...figures.metrics.map(({ key }) => ({ key, header: label(key), align: "end" as const })),
        ],
        rows: figures.rows.map((row) =>
          Object.fromEntries([
            ["label", row.label],
            ...figures.metrics.map(({ key, unit }, index) => [key, value(unit, row.values[index] ?? null)]),
          ]),
        ),
      }}
    >
      <BarSeriesChart
        data={data}
        xKey="label"
        layout="rows"
        series={[{ key: "main", label: label(main.key) }]}
        yFormat={(amount: number) => value(main.unit, amount)}
      />
    </ChartFrame>
  );
}
