import { Link, useLocation, useSearchParams } from "@remix-run/react";
import { ArrowDown, ArrowUp, ArrowUpDown, ChevronLeft, ChevronRight } from "lucide-react";
import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "~/ui/button";
import { cn } from "~/ui/cn";

export function Table({ className, ...rest }: ComponentPropsWithoutRef<"table">) {
  return <table className={cn("w-full border-collapse text-left text-sm", className)} {...rest} />;
}

export function Thead({ className, ...rest }: ComponentPropsWithoutRef<"thead">) {
  return <thead className={cn("bg-surface-sunken text-ink-muted", className)} {...rest} />;
}

export function Tr({ className, ...rest }: ComponentPropsWithoutRef<"tr">) {
  return <tr className={cn("border-line border-b last:border-b-0", className)} {...rest} />;
}

type CellProps = { align?: "start" | "end" | undefined };

export function Th({
  align = "start",
  className,
  ...rest
}: Omit<ComponentPropsWithoutRef<"th">, "align"> & CellProps) {
  return (
    <th
      scope="col"
      className={cn("px-4 py-3 font-semibold text-xs", align === "end" && "text-right", className)}
      {...rest}
    />
  );
}

export function Td({
  align = "start",
  className,
  ...rest
}: Omit<ComponentPropsWithoutRef<"td">, "align"> & CellProps) {
  return (
    <td
      className={cn("px-4 py-3 align-middle", align === "end" && "tabular text-right", className)}
      {...rest}
    />
  );
}

export interface Column<Row> {
  key: string;
  header: ReactNode;
  /** Null where there is nothing to say: a dash in the table, left out of the card on the phone. */
  cell: (row: Row) => ReactNode;
  align?: "start" | "end";
  /** Makes the header a link that sorts by this name. */
  sortKey?: string;
  /** Left out of the card on the phone. */
  hideOnPhone?: boolean;
  /** On the phone beside the card's title, without its header: for a status. */
  besideTitle?: boolean;
}

export interface Sort {
  key: string;
  direction: "asc" | "desc";
}

/** Reads `?sort=-clicks` (a minus for descending) into what `DataTable` shows. */
export function readSort(value: string | null, allowed: readonly string[], fallback: Sort): Sort {
  const key = value?.replace(/^-/, "") ?? "";
  if (!allowed.includes(key)) return fallback;
  return { key, direction: value?.startsWith("-") ? "desc" : "asc" };
}

/** The query for sorting by a column: a second press turns the direction round, and paging starts anew. */
export function sortQuery(params: URLSearchParams, key: string, current: Sort | undefined): string {
  const next = new URLSearchParams(params);
  const descending = current?.key === key ? current.direction === "asc" : true;
  next.set("sort", descending ? `-${key}` : key);
  next.delete("cursor");
  return `?${next}`;
}

export interface DataTableProps<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode;
  sort?: Sort | undefined;
  captionVisible?: boolean;
  className?: string;
}

/** Said outright, because `display: block` on the phone takes the elements' own roles away. */
const role = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  cell: { role: "cell" },
} as const;

/** A table on wide screens, a list of cards on the phone; the first column is the card's title. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  empty,
  sort,
  captionVisible = false,
  className,
}: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return empty;
  return (
    <div className={cn("overflow-hidden rounded-card border border-line bg-surface shadow-card", className)}>
      <table {...role.table} className="block w-full border-collapse text-left text-sm md:table">
        <caption
          className={cn(
            captionVisible ? "block px-4 pt-4 pb-2 text-left font-semibold md:table-caption" : "sr-only",
          )}
        >
          {caption}
        </caption>
        <thead {...role.rowgroup} className="hidden bg-surface-sunken text-ink-muted md:table-header-group">
          <tr {...role.row}>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody {...role.rowgroup} className="block md:table-row-group">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              {...role.row}
              className="relative block border-line border-b px-4 py-3.5 last:border-b-0 hover:bg-surface-sunken/45 md:table-row md:p-0"
            >
              {columns.map((column, index) => (
                <BodyCell key={column.key} column={column} row={row} first={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeaderCell<Row>({ column, sort }: { column: Column<Row>; sort: Sort | undefined }) {
  const [params] = useSearchParams();
  const active = sort !== undefined && sort.key === column.sortKey;
  const Icon = !active ? ArrowUpDown : sort.direction === "asc" ? ArrowUp : ArrowDown;
  return (
    <th
      {...role.columnheader}
      scope="col"
      aria-sort={active ? (sort.direction === "asc" ? "ascending" : "descending") : undefined}
      className={cn("px-4 py-3 font-semibold text-xs", column.align === "end" && "text-right")}
    >
      {column.sortKey === undefined ? (
        column.header
      ) : (
        <Link
          to={sortQuery(params, column.sortKey, sort)}
          preventScrollReset
          className="inline-flex items-center gap-1.5 hover:text-ink"
        >
          {column.header}
          <Icon aria-hidden="true" className={cn("size-3.5", active ? "text-accent-ink" : "opacity-60")} />
        </Link>
      )}
    </th>
  );
}

function BodyCell<Row>({ column, row, first }: { column: Column<Row>; row: Row; first: boolean }) {
  const end = column.align === "end";
  const content = column.cell(row);
  const bare = first || column.besideTitle;
  return (
    <td
      {...role.cell}
      className={cn(
        "flex items-baseline justify-between gap-4 py-1 md:table-cell md:px-4 md:py-3 md:align-middle",
        first && "pb-2 font-semibold text-base md:font-medium md:text-sm",
        end && "tabular md:text-right",
        column.besideTitle && "absolute top-3 right-4 md:static",
        (column.hideOnPhone || content === null) && "hidden md:table-cell",
      )}
    >
      {bare ? null : (
        <span aria-hidden="true" className="shrink-0 text-ink-muted text-xs md:hidden">
          {column.header}
        </span>
      )}
      <div className={cn("min-w-0", !first && "text-right md:text-left", end && "md:text-right")}>
        {content ?? "–"}
      </div>
    </td>
  );
}

export interface KeysetPagerProps {
  /** The cursor of the next page; null on the last one. */
  next: string | null;
  labels?: { next?: string; prev?: string };
  /** Where on the page the list is, if it does not fill it. */
  hash?: string;
  className?: string;
}

/** Onwards and back to the start in a list that pages by the address's `cursor`; the rest of the query stays. */
export function KeysetPager({ next, labels, hash, className }: KeysetPagerProps) {
  const { t } = useTranslation("ui");
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const target = (cursor: string | null) => {
    const query = new URLSearchParams(params);
    if (cursor) query.set("cursor", cursor);
    else query.delete("cursor");
    return { pathname, search: query.toString(), ...(hash ? { hash } : {}) };
  };
  const nextTo = next ? target(next) : null;
  const prevTo = params.get("cursor") ? target(null) : null;
  if (!nextTo && !prevTo) return null;
  return (
    <nav aria-label={t("pager.label")} className={cn("flex justify-between gap-3", className)}>
      {prevTo ? (
        <Link to={prevTo} rel="prev" className={buttonClass("secondary")}>
          <ChevronLeft aria-hidden="true" />
          {labels?.prev ?? t("pager.previous")}
        </Link>
      ) : (
        <span />
      )}
      {nextTo ? (
        <Link to={nextTo} rel="next" className={buttonClass("secondary")}>
          {labels?.next ?? t("pager.next")}
          <ChevronRight aria-hidden="true" />
        </Link>
      ) : null}
    </nav>
  );
}
