import { Link, useLocation, useSearchParams } from "@remix-run/react";
import { Download, Search, Trophy } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Page } from "~/kernel/keyset";
import type { Period } from "~/kernel/period";
import { ButtonLink } from "~/ui/button";
import { cn } from "~/ui/cn";
import { EmptyState } from "~/ui/feedback";
import { FilterBar } from "~/ui/filter-bar";
import { Section } from "~/ui/page";
import { DataTable, KeysetPager } from "~/ui/table";
import { csvPath } from "../dashboard-paths";
import type { DashboardSearch } from "../dashboard-search";
import type { RankingRow } from "../queries/report-ranking.server";
import type { Dimension } from "../report-scope";
import { useRankingColumns } from "./ranking-columns";

type Props = {
  /** Address of the dashboard, without its query. */
  path: string;
  ranking: Page<RankingRow>;
  search: DashboardSearch;
  period: Period;
  dimensions: readonly Dimension[];
  /** The rankings whose rows all lie in the same place, so that naming it says nothing. */
  samePlace?: readonly Dimension[] | undefined;
};

/** The places, campaigns or influencers of a scope by their figures: search, sort, pages, CSV, and the way down. */
export function RankingPanel({ path, ranking, search, period, dimensions, samePlace }: Props) {
  const { t } = useTranslation("impact");
  const columns = useRankingColumns(path, search, period, !samePlace?.includes(search.by));
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
          keep={["from", "to", "per", "sort", "produk", "kampanye", "influencer"]}
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
      <KeysetPager
        next={ranking.next}
        hash="peringkat"
        labels={{ next: t("ranking.next"), prev: t("ranking.first") }}
      />
      {search.by === "product" || search.by === "campaign" || search.by === "creator" ? (
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
