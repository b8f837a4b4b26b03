import { Link } from "@remix-run/react";
import { ShieldCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "~/ui/feedback";
import { FilterBar } from "~/ui/filter-bar";
import { useFormat } from "~/ui/format";
import { Page, PageHeader } from "~/ui/page";
import { StatusPill } from "~/ui/status";
import { type Column, DataTable, KeysetPager } from "~/ui/table";
import { CASE_STATUSES } from "../fraud";
import { type CaseFilters, isFiltered } from "../fraud.schemas";
import type { CaseListRow } from "../queries/case-list.server";
import { STATE_TONES, stateOf } from "./case-tones";

type CasesPageProps = {
  /** Whose cases; null: those of several. */
  institution: { slug: string; name: string; timeZone: string } | null;
  /** To choose a Kanwil of, where there are several. */
  regions?: readonly { slug: string; name: string }[];
  rows: CaseListRow[];
  next: string | null;
  filters: CaseFilters;
};

/** The cases of an institution, or of several: what was found, how much waits, and whose turn it is. */
export function CasesPage({ institution, regions = [], rows, next, filters }: CasesPageProps) {
  const { t } = useTranslation("fraud");
  const filtered = isFiltered(filters);
  return (
    <Page>
      <PageHeader
        {...(institution ? { eyebrow: institution.name } : {})}
        title={t("title")}
        description={t(institution ? "list.description" : "list.descriptionAll")}
      />
      <FilterBar
        search={{ label: t(institution ? "list.search" : "list.searchAll") }}
        selects={[
          ...(regions.length > 1
            ? [
                {
                  name: "kanwil",
                  label: t("list.filterRegion"),
                  allLabel: t("list.allRegions"),
                  options: regions.map(({ slug, name }) => ({ value: slug, label: name })),
                },
              ]
            : []),
          {
            name: "status",
            label: t("list.filterStatus"),
            allLabel: t("list.allStatuses"),
            options: CASE_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
          },
          {
            name: "urut",
            label: t("list.sort"),
            allLabel: t("list.newest"),
            options: [{ value: "due", label: t("list.due") }],
          },
        ]}
      />
      <DataTable
        caption={t("title")}
        columns={useColumns(institution === null)}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            icon={<ShieldCheck aria-hidden="true" />}
            title={t(filtered ? "list.emptyFiltered" : "list.empty")}
            description={t(filtered ? "list.emptyFilteredText" : "list.emptyText")}
          />
        }
      />
      <KeysetPager next={next} labels={{ next: t("list.next"), prev: t("list.previous") }} />
    </Page>
  );
}

function useColumns(several: boolean): Column<CaseListRow>[] {
  const { t } = useTranslation("fraud");
  const format = useFormat();
  return [
    {
      key: "influencer",
      header: t("list.influencer"),
      cell: (row) => (
        <span className="flex flex-col">
          <Link
            to={`/lapas/${row.institution.slug}/pemeriksaan/${row.id}`}
            className="inline-flex min-h-6 items-center font-semibold text-brand-ink underline-offset-4 hover:underline"
          >
            {row.influencer}
          </Link>
          <span className="text-ink-muted text-xs">{row.campaign}</span>
        </span>
      ),
    },
    ...(several ? [{ key: "lapas", header: t("list.lapas"), cell: lapasOf }] : []),
    {
      key: "found",
      header: t("list.found"),
      cell: (row) => (
        <span className="flex flex-col">
          {row.kinds.map((kind) => (
            <span key={kind}>{t(`kind.${kind}`)}</span>
          ))}
        </span>
      ),
    },
    {
      key: "state",
      header: t("list.state"),
      cell: (row) => <StatusPill tone={STATE_TONES[stateOf(row)]} label={t(`status.${stateOf(row)}`)} />,
    },
    {
      key: "turn",
      header: t("list.turn"),
      cell: (row) =>
        row.turn
          ? t(row.turn.who === "OFFICER" ? "list.officer" : "list.influencerTurn", {
              date: format.date(row.turn.until, row.institution.timeZone),
            })
          : t("list.nobody"),
    },
    {
      key: "held",
      header: t("list.held"),
      align: "end",
      cell: (row) => (
        <span className="flex flex-col">
          <span>{format.rupiah(row.held.orders === 0 ? null : row.held.heldRupiah)}</span>
          <span className="text-ink-muted text-xs">{t("list.orders", { count: row.held.orders })}</span>
        </span>
      ),
    },
  ];
}

const lapasOf = (row: CaseListRow) => row.institution.name;
