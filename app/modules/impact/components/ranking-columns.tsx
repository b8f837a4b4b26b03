import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Period } from "~/kernel/period";
import { useFormat } from "~/ui/format";
import type { Column } from "~/ui/table";
import { drillDownPath } from "../dashboard-paths";
import type { DashboardSearch } from "../dashboard-search";
import type { RankingRow } from "../queries/report-ranking.server";
import type { Dimension } from "../report-scope";
import { GradeSplit } from "./grade-split";

/** The columns of a ranking: the name leads on, raw, human and unique stand together, money last. */
export function useRankingColumns(
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
