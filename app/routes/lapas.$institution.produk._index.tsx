import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { ProductList } from "~/modules/products/components/product-list";
import { PRODUCT_STATUSES } from "~/modules/products/product";
import { productList } from "~/modules/products/queries/product-list.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "product.read" };

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "product.read");
  const search = new URL(request.url).searchParams;
  const page = await productList(ctx, {
    institutionId: institution.id,
    search: search.get("q") ?? undefined,
    status: PRODUCT_STATUSES.find((status) => status === search.get("status")),
    cursor: search.get("cursor"),
  });
  const mayEdit = ctx.can("product.edit", {
    institutionId: institution.id,
    regionId: institution.regionId,
  });
  const t = await translatorOf(request, "products");
  return { page, institution, mayEdit, title: `${t("list.title")} · ${institution.name}` };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? "Gaung" }];

export default function InstitutionProducts() {
  const { page, institution, mayEdit } = useLoaderData<typeof loader>();
  return <ProductList page={page} institution={institution} mayEdit={mayEdit} />;
}
