import { Link } from "@remix-run/react";
import { Scale } from "lucide-react";
import { useTranslation } from "react-i18next";
import type {
  ReclassificationRun,
  VerdictMove,
} from "~/modules/tracking/queries/reclassification-runs.server";
import { EmptyState } from "~/ui/feedback";
import { useFormat } from "~/ui/format";
import { Page, PageHeader } from "~/ui/page";
import { StatusPill } from "~/ui/status";
import { type Column, DataTable, KeysetPager } from "~/ui/table";
import { recountPath } from "../dashboard-paths";
import { useJudgementName } from "./use-judgement-name";

/** Lines of changes in the list; the run's own page has all. */
const MOST_MOVES = 3;

/** Every run that judged clicks anew: by which rules, when, by whom, which clicks, and what it made of them. */
export function RecountList({ rows, next }: { rows: ReclassificationRun[]; next: string | null }) {
  const { t } = useTranslation("impact");
  return (
    <Page>
      <PageHeader
        eyebrow={t("nation.eyebrow")}
        title={t("recount.title")}
        description={t("recount.description")}
      />
      <DataTable
        caption={t("recount.title")}
        columns={useColumns()}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            icon={<Scale aria-hidden="true" />}
            title={t("recount.empty")}
            description={t("recount.emptyText")}
          />
        }
      />
      <KeysetPager next={next} />
    </Page>
  );
}

function useColumns(): Column<ReclassificationRun>[] {
  const { t } = useTranslation("impact");
  const format = useFormat();
  return [
    {
      key: "run",
      header: t("recount.column.run"),
      cell: (run) => (
        <span className="flex flex-col items-start gap-1">
          <Link
            to={recountPath(run.id)}
            className="inline-flex min-h-6 items-center font-semibold text-brand-ink underline-offset-4 hover:underline"
          >
            {run.reason || t("recount.detailTitle", { date: format.date(run.startedAt) })}
          </Link>
          <span className="whitespace-nowrap text-ink-muted text-xs">{format.dateTime(run.startedAt)}</span>
          {run.finishedAt ? null : <StatusPill tone="warning" label={t("recount.notFinished")} />}
        </span>
      ),
    },
    {
      key: "rules",
      header: t("recount.column.rules"),
      cell: (run) => t("recount.version", { version: run.rulesVersion }),
    },
    {
      key: "span",
      header: t("recount.column.span"),
      cell: (run) => t("recount.span", { from: format.date(run.since), until: format.date(run.until) }),
    },
    {
      key: "by",
      header: t("recount.column.by"),
      cell: (run) => <span className="break-all">{run.runBy || t("recount.unknownBy")}</span>,
    },
    { key: "moves", header: t("recount.column.moves"), cell: (run) => <Moves moves={run.moves} /> },
  ];
}

function Moves({ moves }: { moves: VerdictMove[] }) {
  const { t } = useTranslation("impact");
  const { number } = useFormat();
  const name = useJudgementName();
  if (moves.length === 0) return t("recount.unchanged");
  const text = ({ from, to }: VerdictMove) =>
    from === to
      ? t("recount.reasonOnly", { verdict: name.verdict(from) })
      : t("recount.move", { from: name.verdict(from), to: name.verdict(to) });
  return (
    <ul className="flex flex-col gap-1">
      {moves.slice(0, MOST_MOVES).map((move) => (
        <li key={move.from + move.to}>
          <span className="tabular font-semibold">{number(move.arrivals + move.steps)}</span> {text(move)}
        </li>
      ))}
      {moves.length > MOST_MOVES ? (
        <li className="text-ink-muted">{t("recount.more", { count: moves.length - MOST_MOVES })}</li>
      ) : null}
    </ul>
  );
}
