import { Link, useSearchParams } from "@remix-run/react";
import { Check, Megaphone, SearchX } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Page as KeysetPage } from "~/kernel/keyset";
import { PLATFORMS } from "~/modules/creators/platforms";
import { PRODUCT_KINDS } from "~/modules/products/product";
import { ButtonLink } from "~/ui/button";
import { cn } from "~/ui/cn";
import { EmptyState } from "~/ui/feedback";
import { FilterBar } from "~/ui/filter-bar";
import { Page, PageHeader } from "~/ui/page";
import { KeysetPager } from "~/ui/table";
import { BOARD_SORTS, type BoardSort } from "../board-filter";
import type { BoardCard } from "../queries/campaign-board.server";
import { BriefCard } from "./brief-card";

interface BoardPageProps {
  board: KeysetPage<BoardCard> & { now: Date };
  regions: { slug: string; name: string }[];
  sort: BoardSort;
}

const FILTERS = ["q", "platform", "kind", "region", "commission", "free"];

/** The influencers' board of open briefs. */
export function BoardPage({ board, regions, sort }: BoardPageProps) {
  const { t } = useTranslation("campaigns");
  const [params] = useSearchParams();
  const filtered = FILTERS.some((name) => params.get(name));
  return (
    <Page width="wide">
      <PageHeader
        eyebrow={t("board.eyebrow")}
        title={t("board.heading")}
        description={t("board.description")}
      />
      <div className="flex flex-col gap-4">
        <Filters regions={regions} />
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <QuickFilters />
          <SortLinks sort={sort} />
        </div>
      </div>
      {board.rows.length > 0 ? (
        <ul aria-label={t("board.list")} className="grid gap-5 sm:grid-cols-2 xl:grid-cols-3">
          {board.rows.map((card, index) => (
            <li key={card.id}>
              <BriefCard card={card} now={board.now} priority={index < 3} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyBoard filtered={filtered} />
      )}
      <KeysetPager next={board.next} labels={{ next: t("board.next"), prev: t("board.first") }} />
    </Page>
  );
}

function withParam(params: URLSearchParams, name: string, value: string | null): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete("cursor");
  if (value === null) next.delete(name);
  else next.set(name, value);
  return next;
}

function Filters({ regions }: { regions: BoardPageProps["regions"] }) {
  const { t } = useTranslation(["campaigns", "creators", "products"]);
  return (
    <FilterBar
      search={{ label: t("campaigns:board.search") }}
      keep={["sort", "free", "commission"]}
      selects={[
        {
          name: "platform",
          label: t("campaigns:board.platform"),
          options: PLATFORMS.map((value) => ({ value, label: t(`creators:platform.${value}`) })),
        },
        {
          name: "kind",
          label: t("campaigns:board.kind"),
          options: PRODUCT_KINDS.map((value) => ({ value, label: t(`products:kind.${value}`) })),
        },
        {
          name: "region",
          label: t("campaigns:board.region"),
          options: regions.map((region) => ({ value: region.slug, label: region.name })),
        },
      ]}
    />
  );
}

const QUICK = [
  { name: "free", value: "1", label: "board.freeOnly" },
  { name: "commission", value: "percent", label: "board.percent" },
  { name: "commission", value: "fixed", label: "board.fixed" },
] as const;

/** Filters of one press: a second press takes them away. */
function QuickFilters() {
  const { t } = useTranslation("campaigns");
  const [params] = useSearchParams();
  return (
    <ul className="flex flex-wrap gap-2">
      {QUICK.map(({ name, value, label }) => {
        const on = params.get(name) === value;
        return (
          <li key={label}>
            <Link
              to={`?${withParam(params, name, on ? null : value)}`}
              preventScrollReset
              aria-current={on ? "true" : undefined}
              className={cn(
                "inline-flex min-h-9 items-center gap-1.5 rounded-full border px-3.5 font-semibold text-sm pointer-coarse:min-h-11",
                on
                  ? "border-brand bg-brand text-on-brand"
                  : "border-line bg-surface text-ink-muted hover:border-line-strong hover:text-ink",
              )}
            >
              {on ? <Check aria-hidden="true" className="size-4" /> : null}
              {t(label)}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function SortLinks({ sort }: { sort: BoardSort }) {
  const { t } = useTranslation("campaigns");
  const [params] = useSearchParams();
  return (
    <nav aria-label={t("board.sort")} className="flex items-center gap-1 text-sm">
      <span className="mr-1 text-ink-muted">{t("board.sort")}</span>
      {BOARD_SORTS.map((choice) => (
        <Link
          key={choice}
          to={`?${withParam(params, "sort", choice)}`}
          preventScrollReset
          aria-current={choice === sort ? "true" : undefined}
          className={cn(
            "inline-flex min-h-9 items-center rounded-full px-3.5 font-semibold pointer-coarse:min-h-11",
            choice === sort ? "bg-brand-soft text-brand-ink" : "text-ink-muted hover:text-ink",
          )}
        >
          {t(`board.${choice}`)}
        </Link>
      ))}
    </nav>
  );
}

function EmptyBoard({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation("campaigns");
  return filtered ? (
    <EmptyState
      icon={<SearchX aria-hidden="true" />}
      title={t("board.noMatchTitle")}
      description={t("board.noMatchText")}
      action={<ButtonLink to="/brief">{t("board.noMatchAction")}</ButtonLink>}
    />
  ) : (
    <EmptyState
      icon={<Megaphone aria-hidden="true" />}
      title={t("board.emptyTitle")}
      description={t("board.emptyText")}
      action={
        <ButtonLink to="/produk" variant="secondary">
          {t("board.emptyAction")}
        </ButtonLink>
      }
    />
  );
}
