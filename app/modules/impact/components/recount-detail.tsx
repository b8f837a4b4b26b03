import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { startOfDay } from "~/kernel/time";
import type {
  JudgementMove,
  ReclassificationDetail,
  RecountedDay,
} from "~/modules/tracking/queries/reclassification-detail.server";
import type { Reason } from "~/modules/tracking/reasons";
import type { Verdict } from "~/modules/tracking/verdict";
import { ButtonLink } from "~/ui/button";
import { DEFAULT_ZONE, useFormat } from "~/ui/format";
import { Page, PageHeader, Section } from "~/ui/page";
import { Stat, StatGroup } from "~/ui/stat";
import { StatusPill } from "~/ui/status";
import { type Column, DataTable, KeysetPager } from "~/ui/table";
import { recountPath } from "../dashboard-paths";
import { useJudgementName } from "./use-judgement-name";

/** One run: which clicks became what, and day by day what people and unique visitors were before and after. */
export function RecountDetail({ run, moves, days, next }: ReclassificationDetail) {
  const { t } = useTranslation("impact");
  const format = useFormat();
  return (
    <Page>
      <PageHeader
        back={{ to: recountPath(), label: t("recount.title") }}
        title={t("recount.detailTitle", { date: format.dateTime(run.startedAt) })}
        description={t("recount.detailDescription")}
        meta={
          <>
            <StatusPill
              tone={run.finishedAt ? "success" : "warning"}
              label={t(run.finishedAt ? "recount.finished" : "recount.notFinished")}
            />
            {run.reason ? <span>{t("recount.reason", { reason: run.reason })}</span> : null}
          </>
        }
        actions={
          <ButtonLink
            to={`${recountPath(run.id)}/unduh.csv`}
            variant="secondary"
            reloadDocument
            icon={<Download aria-hidden="true" />}
          >
            {t("recount.csvAction")}
          </ButtonLink>
        }
      />
      <StatGroup>
        <Stat label={t("recount.column.rules")} value={t("recount.version", { version: run.rulesVersion })} />
        <Stat label={t("recount.column.read")} value={run.read === null ? null : format.number(run.read)} />
        <Stat
          label={t("recount.column.span")}
          value={format.date(run.since)}
          hint={t("recount.span", { from: format.dateTime(run.since), until: format.dateTime(run.until) })}
        />
        <Stat label={t("recount.column.by")} value={run.runBy || t("recount.unknownBy")} />
      </StatGroup>
      <Section title={t("recount.movesTitle")}>
        <DataTable
          caption={t("recount.movesTitle")}
          columns={useMoveColumns()}
          rows={moves}
          rowKey={(move) => [move.from, move.fromReason, move.to, move.toReason].join(" ")}
          empty={<p className="text-ink-muted text-sm">{t("recount.unchanged")}</p>}
        />
      </Section>
      <Section id="hari" title={t("recount.daysTitle")} description={t("recount.daysDescription")}>
        <DataTable
          caption={t("recount.daysTitle")}
          columns={useDayColumns()}
          rows={days}
          rowKey={({ day }) => day}
          empty={<p className="text-ink-muted text-sm">{t("recount.unchanged")}</p>}
        />
        <KeysetPager next={next} hash="hari" labels={{ next: t("recount.next"), prev: t("recount.first") }} />
      </Section>
    </Page>
  );
}

function useMoveColumns(): Column<JudgementMove>[] {
  const { t } = useTranslation("impact");
  const { number } = useFormat();
  return [
    {
      key: "from",
      header: t("recount.column.from"),
      cell: ({ from, fromReason }) => <Judged verdict={from} reason={fromReason} />,
    },
    {
      key: "to",
      header: t("recount.column.to"),
      cell: ({ to, toReason }) => <Judged verdict={to} reason={toReason} />,
    },
    ...countColumns<JudgementMove>(t("recount.column.arrivals"), t("recount.column.steps"), number),
  ];
}

function Judged({ verdict, reason }: { verdict: Verdict; reason: Reason }) {
  const name = useJudgementName();
  return (
    <span className="flex flex-col">
      <span className="font-semibold">{name.verdict(verdict)}</span>
      <span className="font-normal text-ink-muted text-xs">{name.reason(reason)}</span>
    </span>
  );
}

function countColumns<Row extends { arrivals: number; steps: number }>(
  arrivals: string,
  steps: string,
  number: (value: number) => string,
): Column<Row>[] {
  return [
    { key: "arrivals", header: arrivals, align: "end", cell: (row) => number(row.arrivals) },
    { key: "steps", header: steps, align: "end", hideOnPhone: true, cell: (row) => number(row.steps) },
  ];
}

function useDayColumns(): Column<RecountedDay>[] {
  const { t } = useTranslation("impact");
  const { date, number } = useFormat();
  const beforeAfter = ({ before, after }: { before: number; after: number }) =>
    before === after
      ? `${number(after)} (${t("recount.same")})`
      : t("recount.beforeAfter", { before: number(before), after: number(after) });
  const visitors = ({ visitors: changed, state }: RecountedDay) => {
    if (state === "DUE") return t("recount.due");
    if (state === "LEFT") return t("recount.left");
    return changed ? beforeAfter(changed) : t("recount.same");
  };
  return [
    {
      key: "day",
      header: t("recount.column.day"),
      cell: ({ day }) => date(startOfDay(day, DEFAULT_ZONE)),
    },
    ...countColumns<RecountedDay>(t("recount.column.arrivals"), t("recount.column.steps"), number),
    {
      key: "people",
      header: t("recount.column.people"),
      align: "end",
      cell: ({ people }) => beforeAfter(people),
    },
    { key: "visitors", header: t("recount.column.visitors"), align: "end", cell: visitors },
  ];
}
