import { Link } from "@remix-run/react";
import { Building2, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Page as KeysetPage } from "~/kernel/keyset";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/feedback";
import { FilterBar } from "~/ui/filter-bar";
import { Page, PageHeader } from "~/ui/page";
import { type Column, DataTable, KeysetPager } from "~/ui/table";
import type { InstitutionListRow } from "../queries/institution-list.server";
import type { RegionOption } from "../queries/region-options.server";

interface InstitutionListProps {
  page: KeysetPage<InstitutionListRow>;
  regions: RegionOption[];
  /** Whether the reader may add institutions and change any. */
  mayEditAll: boolean;
}

/** The institutions that the reader sees, to search, filter and open. */
export function InstitutionList({ page, regions, mayEditAll }: InstitutionListProps) {
  const { t } = useTranslation("institutions");
  return (
    <Page>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          mayEditAll ? (
            <ButtonLink to="/admin/upt/baru" icon={<Plus aria-hidden="true" />}>
              {t("add")}
            </ButtonLink>
          ) : null
        }
      />
      <FilterBar
        search={{ label: t("list.search") }}
        keep={[]}
        selects={[
          {
            name: "region",
            label: t("list.region"),
            allLabel: t("list.allRegions"),
            options: regions.map((region) => ({ value: region.id, label: region.name })),
          },
        ]}
      />
      <DataTable
        caption={t("list.caption")}
        columns={useColumns(mayEditAll)}
        rows={page.rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            icon={<Building2 aria-hidden="true" />}
            title={t("list.empty")}
            description={t("list.emptyHint")}
          />
        }
      />
      <KeysetPager next={page.next} />
    </Page>
  );
}

function useColumns(mayEdit: boolean): Column<InstitutionListRow>[] {
  const { t } = useTranslation("institutions");
  const columns: Column<InstitutionListRow>[] = [
    {
      key: "name",
      header: t("list.name"),
      cell: (row) => (
        <span className="block">
          <Link to={`/lapas/${row.slug}/produk`} className="hover:underline">
            {row.name}
          </Link>
          <span className="flex flex-wrap items-center gap-2 font-normal text-ink-muted text-sm">
            {t("kanwil", { name: row.region.name })}
            {row.isDemo ? <Badge tone="demo">{t("list.demo")}</Badge> : null}
          </span>
        </span>
      ),
    },
    { key: "city", header: t("list.city"), cell: (row) => row.city },
    { key: "products", header: t("list.products"), align: "end", cell: (row) => row.productCount },
    {
      key: "flagship",
      header: t("list.flagship"),
      cell: (row) => row.flagshipName ?? <span className="text-ink-muted">{t("list.noFlagship")}</span>,
    },
  ];
  if (!mayEdit) return columns;
  const edit: Column<InstitutionListRow> = {
    key: "actions",
    header: t("list.actions"),
    align: "end",
    cell: (row) => (
      <ButtonLink
        to={`/admin/upt/${row.slug}`}
        variant="secondary"
        size="sm"
        aria-label={t("editNamed", { name: row.name })}
      >
        {t("edit")}
      </ButtonLink>
    ),
  };
  return [...columns, edit];
}
