import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { contextFor } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { readCatalogueFilter } from "~/modules/products/catalogue-filter";
import { CataloguePage } from "~/modules/products/components/catalogue-page";
import { catalogueRegions, productCatalogue } from "~/modules/products/queries/product-catalogue.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "public" };

export const loader = guarded(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await contextFor(request);
  const filter = readCatalogueFilter(new URL(request.url).searchParams);
  const t = await translatorOf(request, "products");
  const [page, regions] = await Promise.all([productCatalogue(ctx, filter), catalogueRegions(ctx)]);
  return { page, regions, title: t("catalogue.metaTitle"), description: t("catalogue.description") };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? "Gaung" },
  { name: "description", content: data?.description },
];

export default function Catalogue() {
  const { page, regions } = useLoaderData<typeof loader>();
  return <CataloguePage page={page} regions={regions} />;
}
