import { Link, useLocation, useSearchParams } from "@remix-run/react";
import { Download, Search, Trophy } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Page } from "~/kernel/keyset";
import type { Period } from "~/kernel/period";
import { ButtonLink } from "~/ui/button";
import { cn } from "~/ui/cn";
import { EmptyState } from "~/ui/feedback";
import { FilterBar } from "~/ui/filter-bar";
import { useFormat } from "~/ui/format";
import { Section } from "~/ui/page";
import { type Column, DataTable, KeysetPager } from "~/ui/table";
import { csvPath, drillDownPath } from "../dashboard-paths";
import type { DashboardSearch } from "../dashboard-search";
import type { RankingRow } from "../queries/report-ranking.server";
import type { Dimension } from "../report-scope";
import { GradeSplit } from "./grade-split";

type Props = {
  /** Address of the dashboard, without its query. */
  path: string;
  ranking: Page<RankingRow>;
  search: DashboardSearch;
  period: Period;
  dimensions: readonly Dimension[];
  /** The ranking whose rows all lie in the same place, so that naming it says nothing. */
  samePlace?: Dimension | undefined;
};

/** The places, campaigns or influencers of a scope by their figures: search, sort, pages, CSV, and the way down. */
export function RankingPanel({ path, ranking, search, period, dimensions, samePlace }: Props) {
  const { t } = useTranslation("impact");
  const columns = useColumns(path, search, period, samePlace !== search.by);
  const per = t(`ranking.per.${search.by}`);
  const sort = `${search.direction === "desc" ? "-" : ""}${search.sort}`;
  return (
    <Section
      id="peringkat"
      title={t(search.by === "link" ? "own.links" : "ranking.title")}
      description={t(search.by === "link" ? "own.linksDescription" : "ranking.description")}
      actions={
        <ButtonLink
          href={csvPath(path, search.by, { ...search, period, sort })}
          download
          variant="ghost"
          size="sm"
          icon={<Download aria-hidden="true" />}
        >
          {t("ranking.csv")}
        </ButtonLink>
      }
    >
      <div className="flex flex-col gap-3 lg:flex-row lg:items-start lg:justify-between">
        {dimensions.length > 1 ? <DimensionTabs dimensions={dimensions} current={search.by} /> : null}
        <FilterBar
          search={{ label: t(`ranking.search.${search.by}`) }}
          keep={["from", "to", "per", "sort", "kampanye", "influencer"]}
          className="grow lg:max-w-md"
        />
      </div>
      <DataTable
        caption={t("ranking.caption", { per })}
        columns={columns}
        rows={ranking.rows}
        rowKey={(row) => row.id}
        sort={{ key: search.sort, direction: search.direction }}
        empty={<NothingRanked search={search.search} />}
      />
      <Pager next={ranking.next} cursor={search.cursor} />
      {search.by === "campaign" || search.by === "creator" ? (
        <p className="text-ink-muted text-xs">{t("ranking.unattributed")}</p>
      ) : null}
    </Section>
  );
}

function NothingRanked({ search }: { search: string }) {
  const { t } = useTranslation("impact");
  if (search) return <EmptyState icon={<Search />} title={t("ranking.emptySearch", { search })} />;
  return <EmptyState icon={<Trophy />} title={t("ranking.empty")} description={t("ranking.emptyHint")} />;
}

function Pager({ next, cursor }: { next: string | null; cursor: string | null }) {
  const { t } = useTranslation("impact");
  const [params] = useSearchParams();
  const to = (value: string | null) => {
    const query = new URLSearchParams(params);
    if (value) query.set("cursor", value);
    else query.delete("cursor");
    return `?${query}#peringkat`;
  };
  return (
    <KeysetPager
      nextTo={next ? to(next) : null}
      prevTo={cursor ? to(null) : null}
      labels={{ next: t("ranking.next"), prev: t("ranking.first") }}
    />
  );
}

function DimensionTabs({ dimensions, current }: { dimensions: readonly Dimension[]; current: Dimension }) {
  const { t } = useTranslation("impact");
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  return (
    <nav
      aria-label={t("ranking.title")}
      className="flex max-w-full shrink-0 self-start overflow-x-auto rounded-control border border-line bg-surface p-1 [scrollbar-width:none]"
    >
      {dimensions.map((dimension) => {
        const query = new URLSearchParams(params);
        query.set("per", dimension);
        for (const name of ["cursor", "q"]) query.delete(name);
        return (
          <Link
            key={dimension}
            to={`${pathname}?${query}`}
            preventScrollReset
            aria-current={dimension === current ? "true" : undefined}
            className={cn(
              "inline-flex min-h-9 items-center whitespace-nowrap rounded-md px-3 font-semibold text-ink-muted text-sm hover:text-ink pointer-coarse:min-h-11",
              dimension === current && "bg-brand-soft text-brand-ink hover:text-brand-ink",
            )}
          >
            {t(`ranking.per.${dimension}`)}
          </Link>
        );
      })}
    </nav>
  );
}

function useColumns(
  path: string,
  search: DashboardSearch,
  period: Period,
  showDetail: boolean,
): Column<RankingRow>[] {
  const { t } = useTranslation("impact");
  const { number, rupiah } = useFormat();
  const place = { path, period, narrow: search.narrow };
  const end = { align: "end" } as const;
  const columns: Column<RankingRow>[] = [
    {
      key: "name",
      header: t(`ranking.per.${search.by}`),
      sortKey: "name",
      cell: (row) => (
        <NameCell
          row={row}
          by={search.by}
          showDetail={showDetail}
          to={drillDownPath(search.by, row, place)}
        />
      ),
    },
    { key: "raw", header: t("ranking.short.raw"), sortKey: "raw", cell: (row) => number(row.raw), ...end },
    {
      key: "human",
      header: t("ranking.short.human"),
      sortKey: "human",
      cell: (row) => <strong className="font-bold">{number(row.human)}</strong>,
      ...end,
    },
    {
      key: "unique",
      header: t("ranking.short.unique"),
      sortKey: "unique",
      cell: (row) => number(row.unique),
      ...end,
    },
    {
      key: "conversions",
      header: t("ranking.short.conversions"),
      sortKey: "conversions",
      cell: (row) => (
        <>
          {number(row.conversions)}
          <span className="block whitespace-nowrap text-ink-muted text-xs">
            <GradeSplit figures={row} />
          </span>
        </>
      ),
      ...end,
    },
    {
      key: "value",
      header: t("ranking.short.value"),
      sortKey: "value",
      cell: (row) => rupiah(row.valueRupiah),
      ...end,
    },
  ];
  if (search.by === "region" || search.by === "institution") return columns;
  return [
    ...columns,
    {
      key: "commission",
      header: t("ranking.short.commission"),
      sortKey: "commission",
      cell: (row) => rupiah(row.commissionRupiah),
      ...end,
    },
  ];
}

type NameCellProps = { row: RankingRow; by: Dimension; showDetail: boolean; to: string };

function NameCell({ row, by, showDetail, to }: NameCellProps) {
  const { t } = useTranslation("impact");
  const detail = by === "creator" ? `@${row.detail}` : row.detail;
  const name = by === "region" ? t("region.title", { name: row.name }) : row.name;
  return (
    <div className="min-w-0 md:max-w-72">
      <Link to={to} className="font-semibold text-brand-ink underline-offset-4 hover:underline">
        {name}
      </Link>
      {detail && showDetail ? <p className="font-normal text-ink-muted text-xs">{detail}</p> : null}
      {by === "link" ? (
        <p className="tabular font-normal text-ink-muted text-xs">{t("own.code", { code: row.ref })}</p>
      ) : null}
    </div>
  );
}
