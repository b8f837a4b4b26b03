import { useSearchParams } from "@remix-run/react";
import { Download, Paperclip, Plus, ReceiptText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { DatedLink } from "~/ui/dated-link";
import { EmptyState } from "~/ui/feedback";
import { FilterBar } from "~/ui/filter-bar";
import { useFormat } from "~/ui/format";
import { Page, PageHeader } from "~/ui/page";
import { type Column, DataTable, KeysetPager } from "~/ui/table";
import { REASON_KEYS } from "../attribution-reasons";
import { isFiltered, type LedgerFilters } from "../ledger-filters";
import { CONVERSION_SOURCES, CONVERSION_STATUSES } from "../order-report";
import type { LedgerRow } from "../queries/conversion-ledger.server";
import { OrderState, OrderWorth } from "./order-cells";

type LedgerPageProps = {
  institution: { slug: string; name: string; timeZone: string };
  rows: LedgerRow[];
  next: string | null;
  filters: LedgerFilters;
  mayRecord: boolean;
};

/** An institution's conversions: what came in, what state it is in, who is credited and why. */
export function LedgerPage({ institution, rows, next, filters, mayRecord }: LedgerPageProps) {
  const { t } = useTranslation("tracking");
  const [params] = useSearchParams();
  const base = `/lapas/${institution.slug}/konversi`;
  const record = mayRecord ? (
    <ButtonLink to={`${base}/baru`} icon={<Plus aria-hidden="true" />}>
      {t("ledger.record")}
    </ButtonLink>
  ) : null;
  return (
    <Page>
      <PageHeader
        eyebrow={institution.name}
        title={t("ledger.title")}
        description={t("ledger.description")}
        actions={
          <>
            <ButtonLink
              href={`${base}/unduh.csv${params.size > 0 ? `?${params}` : ""}`}
              download
              variant="secondary"
              icon={<Download aria-hidden="true" />}
            >
              {t("ledger.csv")}
            </ButtonLink>
            {record}
          </>
        }
      />
      <LedgerFilterBar />
      <DataTable
        caption={t("ledger.title")}
        columns={useColumns(base, institution.timeZone)}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            icon={<ReceiptText aria-hidden="true" />}
            title={t(isFiltered(filters) ? "ledger.emptyFiltered" : "ledger.empty")}
            description={t(isFiltered(filters) ? "ledger.emptyFilteredText" : "ledger.emptyText")}
            action={isFiltered(filters) ? null : record}
          />
        }
      />
      <KeysetPager next={next} labels={{ next: t("ledger.next"), prev: t("ledger.previous") }} />
    </Page>
  );
}

function LedgerFilterBar() {
  const { t } = useTranslation("tracking");
  return (
    <FilterBar
      search={{ label: t("ledger.search") }}
      selects={[
        {
          name: "status",
          label: t("ledger.column.status"),
          allLabel: t("ledger.allStatuses"),
          options: CONVERSION_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
        },
        {
          name: "source",
          label: t("ledger.column.source"),
          allLabel: t("ledger.allSources"),
          options: CONVERSION_SOURCES.map((value) => ({ value, label: t(`source.${value}`) })),
        },
      ]}
    />
  );
}

function useColumns(base: string, zone: string): Column<LedgerRow>[] {
  const { t } = useTranslation("tracking");
  const format = useFormat();
  return [
    {
      key: "order",
      header: t("ledger.column.order"),
      cell: (row) => (
        <DatedLink to={`${base}/${row.id}`} text={row.orderId} at={row.occurredAt} zone={zone}>
          {row.hasEvidence ? (
            <Paperclip role="img" aria-label={t("detail.evidence")} className="size-3.5 shrink-0" />
          ) : null}
        </DatedLink>
      ),
    },
    {
      key: "source",
      header: t("ledger.column.source"),
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-1.5">
          {t(`source.${row.source}`)}
          <Badge tone="neutral">{t(`grade.${row.grade}`)}</Badge>
        </span>
      ),
    },
    {
      key: "creditedTo",
      header: t("ledger.column.creditedTo"),
      cell: (row) => (
        <span className="flex flex-col">
          <span>{row.creditedTo?.creator ?? t("ledger.nobody")}</span>
          <span className="text-ink-muted text-xs">{t(`reason.${REASON_KEYS[row.reason]}`)}</span>
        </span>
      ),
    },
    {
      key: "status",
      header: t("ledger.column.status"),
      cell: (row) => <OrderState status={row.status} held={row.held} />,
    },
    {
      key: "amount",
      header: t("ledger.column.amount"),
      align: "end",
      cell: (row) => <OrderWorth rupiah={row.amountRupiah} refundedRupiah={row.refundedRupiah} />,
    },
    {
      key: "commission",
      header: t("ledger.column.commission"),
      align: "end",
      cell: (row) => format.rupiah(row.creditedTo ? row.commissionRupiah : null),
    },
  ];
}
