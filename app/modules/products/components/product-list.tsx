import { Link, useSearchParams } from "@remix-run/react";
import { Award, Package, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Page as KeysetPage } from "~/kernel/keyset";
import { photoSources } from "~/kernel/picture";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/feedback";
import { FilterBar } from "~/ui/filter-bar";
import { useFormat } from "~/ui/format";
import { Page, PageHeader } from "~/ui/page";
import { Photo, PhotoPlaceholder } from "~/ui/photo";
import { type Column, DataTable, KeysetPager } from "~/ui/table";
import { PRODUCT_STATUSES } from "../product";
import type { ProductListRow } from "../queries/product-list.server";
import { ProductStatusPill } from "./product-status";

interface ProductListProps {
  page: KeysetPage<ProductListRow>;
  institution: { slug: string; name: string };
  mayEdit: boolean;
}

/** An institution's products, each with how ready it is. */
export function ProductList({ page, institution, mayEdit }: ProductListProps) {
  const { t } = useTranslation("products");
  const [params] = useSearchParams();
  const home = `/lapas/${institution.slug}/produk`;
  const filtered = Boolean(params.get("q") || params.get("status"));
  const add = mayEdit ? (
    <ButtonLink to={`${home}/baru`} icon={<Plus aria-hidden="true" />}>
      {t("list.add")}
    </ButtonLink>
  ) : null;
  return (
    <Page>
      <PageHeader
        eyebrow={institution.name}
        title={t("list.title")}
        description={t("list.description")}
        actions={add}
      />
      <FilterBar
        search={{ label: t("list.search") }}
        keep={[]}
        selects={[
          {
            name: "status",
            label: t("list.status"),
            allLabel: t("list.notArchived"),
            options: PRODUCT_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) })),
          },
        ]}
      />
      <DataTable
        caption={t("list.caption", { institution: institution.name })}
        columns={useColumns(home)}
        rows={page.rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            icon={<Package aria-hidden="true" />}
            title={t(filtered ? "list.emptyFiltered" : "list.empty")}
            description={t(filtered ? "list.emptyFilteredHint" : "list.emptyHint")}
            action={filtered ? undefined : add}
          />
        }
      />
      <KeysetPager next={page.next} />
    </Page>
  );
}

function useColumns(home: string): Column<ProductListRow>[] {
  const { t } = useTranslation("products");
  const { rupiah } = useFormat();
  return [
    {
      key: "product",
      header: t("list.product"),
      cell: (row) => (
        <Link to={`${home}/${row.id}`} className="flex items-center gap-3.5 hover:underline">
          <span className="w-16 shrink-0 overflow-hidden rounded-control">
            {row.photo ? (
              <Photo
                sources={photoSources(row.photo)}
                alt=""
                sizes="4rem"
                ratio="1/1"
                placeholderColor={row.photo.colour}
              />
            ) : (
              <PhotoPlaceholder ratio="1/1" />
            )}
          </span>
          <span className="min-w-0">
            <span className="block font-semibold">{row.name}</span>
            <span className="block font-normal text-ink-muted text-sm">{t(`kind.${row.kind}`)}</span>
          </span>
        </Link>
      ),
    },
    { key: "status", header: t("list.status"), cell: (row) => <StatusCell row={row} /> },
    { key: "price", header: t("list.price"), align: "end", cell: (row) => rupiah(row.priceRupiah) },
    { key: "readiness", header: t("list.readiness"), cell: (row) => <ReadinessCell row={row} /> },
  ];
}

function StatusCell({ row }: { row: ProductListRow }) {
  const { t } = useTranslation("products");
  return (
    <span className="inline-flex flex-wrap justify-end gap-1.5 md:justify-start">
      <ProductStatusPill status={row.status} />
      {row.isFlagship ? (
        <Badge tone="accent" icon={<Award aria-hidden="true" />}>
          {t("flagship")}
        </Badge>
      ) : null}
    </span>
  );
}

function ReadinessCell({ row }: { row: ProductListRow }) {
  const { t } = useTranslation("products");
  const ready = row.missing.length === 0 && row.licensed;
  return (
    <span className="inline-flex flex-wrap justify-end gap-1.5 md:justify-start">
      {ready ? <Badge tone="success">{t("list.ready")}</Badge> : null}
      {row.missing.map((item) => (
        <Badge key={item} tone="warning">
          {t(`missing.${item}`)}
        </Badge>
      ))}
      {row.licensed ? null : <Badge tone="danger">{t("list.unlicensed")}</Badge>}
      {row.expiringCount > 0 ? (
        <Badge tone="warning">{t("list.expiring", { count: row.expiringCount })}</Badge>
      ) : null}
    </span>
  );
}
