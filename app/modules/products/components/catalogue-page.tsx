import { useSearchParams } from "@remix-run/react";
import { ShoppingBasket } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Page as KeysetPage } from "~/kernel/keyset";
import { EmptyState } from "~/ui/feedback";
import { FilterBar } from "~/ui/filter-bar";
import { Page, PageHeader } from "~/ui/page";
import { KeysetPager } from "~/ui/table";
import { PRODUCT_KINDS } from "../product";
import type { ProductCard } from "../queries/product-card.server";
import { ProductGrid } from "./product-card";

interface CataloguePageProps {
  page: KeysetPage<ProductCard>;
  regions: { slug: string; name: string }[];
}

const FILTERS = ["q", "kind", "region", "only"] as const;

/** The public catalogue: everything that is on offer, by picture. */
export function CataloguePage({ page, regions }: CataloguePageProps) {
  const { t } = useTranslation("products");
  const [params] = useSearchParams();
  const filtered = FILTERS.some((name) => params.get(name));
  return (
    <Page width="wide">
      <PageHeader
        eyebrow={t("catalogue.eyebrow")}
        title={t("catalogue.title")}
        description={t("catalogue.description")}
      />
      <FilterBar
        search={{ label: t("catalogue.search") }}
        keep={[]}
        selects={[
          {
            name: "kind",
            label: t("catalogue.kind"),
            allLabel: t("catalogue.allKinds"),
            options: PRODUCT_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
          },
          {
            name: "region",
            label: t("catalogue.region"),
            allLabel: t("catalogue.allRegions"),
            options: regions.map((region) => ({ value: region.slug, label: region.name })),
          },
          {
            name: "only",
            label: t("catalogue.only"),
            allLabel: t("catalogue.allProducts"),
            options: [{ value: "flagship", label: t("catalogue.onlyFlagship") }],
          },
        ]}
      />
      {page.rows.length > 0 ? (
        <ProductGrid products={page.rows} label={t("catalogue.list")} level={2} />
      ) : (
        <EmptyState
          icon={<ShoppingBasket aria-hidden="true" />}
          title={t(filtered ? "catalogue.empty" : "catalogue.emptyAll")}
          description={t(filtered ? "catalogue.emptyHint" : "catalogue.emptyAllHint")}
        />
      )}
      <KeysetPager next={page.next} labels={{ next: t("catalogue.next"), prev: t("catalogue.first") }} />
    </Page>
  );
}
