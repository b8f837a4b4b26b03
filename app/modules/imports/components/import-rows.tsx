import { useSearchParams } from "@remix-run/react";
import { Download, Rows3 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/feedback";
import { DASH, useFormat } from "~/ui/format";
import { useMessage } from "~/ui/message";
import { Section } from "~/ui/page";
import { PillLinks } from "~/ui/pill-links";
import { StatusPill } from "~/ui/status";
import { type Column, DataTable, KeysetPager } from "~/ui/table";
import { ROW_OUTCOMES } from "../import";
import { readOutcome } from "../import-search";
import type { ImportRowView } from "../queries/import-rows.server";
import type { ChangeView } from "../row-change";
import type { ImportPageProps } from "./import-page-props";
import { OUTCOME_TONES } from "./import-tones";

/** The rows of the file with what becomes of each. */
export function ImportRows({ base, zone, detail, rows }: ImportPageProps) {
  const { t } = useTranslation("imports");
  const [params] = useSearchParams();
  const outcome = readOutcome(params);
  const total = ROW_OUTCOMES.reduce((sum, each) => sum + detail.counts[each].rows, 0);
  // Most files take nothing back: then there is nothing to say of it.
  const shown = ROW_OUTCOMES.filter((each) => each !== "BACKWARD" || detail.counts.BACKWARD.rows > 0);
  const items = [
    { to: "?", label: t("outcomeAll"), count: total, current: outcome === null },
    ...shown.map((each) => ({
      to: `?hasil=${each}`,
      label: t(`outcome.${each}`),
      count: detail.counts[each].rows,
      current: outcome === each,
    })),
  ];
  return (
    <Section
      title={t("column.rows")}
      actions={
        detail.counts.REFUSED.rows > 0 && !detail.pruned ? (
          <ButtonLink
            href={`${base}/${detail.id}/ditolak.csv`}
            download
            variant="secondary"
            size="sm"
            icon={<Download aria-hidden="true" />}
          >
            {t("preview.refusedCsv")}
          </ButtonLink>
        ) : null
      }
    >
      <PillLinks label={t("column.outcome")} items={items} />
      <DataTable
        caption={t("column.rows")}
        columns={useColumns(zone, detail.grain === "order")}
        rows={rows.rows}
        rowKey={({ row }) => String(row)}
        empty={
          <EmptyState
            icon={<Rows3 aria-hidden="true" />}
            title={t(detail.pruned ? "preview.pruned" : "preview.empty")}
          />
        }
      />
      <KeysetPager next={rows.next} labels={{ next: t("preview.next"), prev: t("preview.first") }} />
    </Section>
  );
}

function useColumns(zone: string, isOrders: boolean): Column<ImportRowView>[] {
  const { t } = useTranslation(["imports", "tracking"]);
  const message = useMessage();
  const format = useFormat();
  return [
    {
      key: "row",
      header: t("imports:column.row"),
      cell: ({ row }) => (
        <span className="tabular font-semibold">
          <span className="md:hidden">{t("imports:column.row")} </span>
          {format.number(row)}
        </span>
      ),
    },
    {
      key: "entry",
      header: t(isOrders ? "imports:column.entry" : "imports:column.figure"),
      cell: ({ entry, at }) => (
        <span className="flex flex-col">
          <span className="break-all font-semibold md:whitespace-nowrap md:break-normal">{entry ?? "–"}</span>
          {at ? (
            <span className="text-ink-muted text-xs">
              {isOrders ? format.dateTime(at, zone) : format.date(at, zone)}
            </span>
          ) : null}
        </span>
      ),
    },
    {
      key: "content",
      header: t("imports:column.content"),
      cell: ({ content, state }) =>
        content || state ? (
          <span className="flex flex-col">
            <span>{content ?? "–"}</span>
            {state ? <span className="text-ink-muted text-xs">{t(`tracking:status.${state}`)}</span> : null}
          </span>
        ) : null,
    },
    {
      key: "amount",
      header: t(isOrders ? "imports:column.amount" : "imports:column.value"),
      align: "end",
      cell: ({ amountRupiah }) => format.rupiah(amountRupiah),
    },
    {
      key: "outcome",
      header: t("imports:column.outcome"),
      besideTitle: true,
      cell: ({ outcome }) => (
        <StatusPill tone={OUTCOME_TONES[outcome]} label={t(`imports:outcome.${outcome}`)} />
      ),
    },
    {
      key: "reason",
      header: t("imports:column.reason"),
      cell: ({ column, changes, message: text }) =>
        text || changes.length > 0 ? (
          <span className="flex flex-col text-sm">
            {column ? <span className="font-semibold">{column}</span> : null}
            {changes.map((change) => (
              <Change key={change.label} change={change} />
            ))}
            {text ? <span>{message(text)}</span> : null}
          </span>
        ) : null,
    },
  ];
}

/** "Pengembalian: Rp50.000 → Rp0", read aloud as a sentence. */
function Change({ change }: { change: ChangeView }) {
  const { t } = useTranslation(["imports", "tracking"]);
  const message = useMessage();
  const format = useFormat();
  const [from, to] =
    change.unit === "STATUS"
      ? [change.from, change.to].map((state) => (state ? t(`tracking:status.${state}`) : DASH))
      : change.unit === "RUPIAH"
        ? [change.from, change.to].map((amount) => format.rupiah(amount))
        : [change.from, change.to].map((value) =>
            change.unit === "RATIO"
              ? format.percent(value, 2)
              : format.number(value, change.unit === "COUNT" ? 0 : 2),
          );
  return (
    <span>
      {message(change.label)}: <span className="text-ink-muted">{from}</span>{" "}
      <span aria-hidden="true">→</span>
      <span className="sr-only">{t("imports:change.becomes")}</span> <strong>{to}</strong>
    </span>
  );
}
