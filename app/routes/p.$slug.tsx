import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { languageOf, translatorOf } from "~/i18n.server";
import { contextFor } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { ProductPage } from "~/modules/products/components/product-page";
import { readClickParam } from "~/modules/products/listings";
import { productPath } from "~/modules/products/product";
import { productMeta } from "~/modules/products/product-meta";
import { productBySlug, relatedProducts } from "~/modules/products/queries/product-by-slug.server";
import { LINK_PARAMETER } from "~/modules/tracking/destination";
import { shopWays } from "~/modules/tracking/queries/shop-ways.server";
import { env } from "~/platform/env.server";
import { guarded } from "~/platform/http/route.server";
import { formatFor } from "~/ui/format";

export const handle: RouteHandle = { access: "public" };

/** Where referral links lead. A product that is no longer offered says so, with status 410. */
export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await contextFor(request);
  const product = await productBySlug(ctx, params.slug ?? "");
  const related = await relatedProducts(ctx, {
    id: product.id,
    institutionId: product.institution.id,
    kind: product.kind,
  });
  const t = await translatorOf(request, "products");
  const price = formatFor(await languageOf(request)).rupiah(product.priceRupiah);
  const names = { name: product.name, institution: product.institution.name, price };
  const origin = env().PUBLIC_URL;
  const query = new URL(request.url).searchParams;
  const click = readClickParam(query);
  const body = {
    product,
    related,
    click,
    ways: await shopWays(ctx, { productId: product.id, click, code: query.get(LINK_PARAMETER) }),
    origin,
    url: `${origin}${productPath(product.slug)}`,
    texts: { title: t("page.metaTitle", names), description: t("page.metaDescription", names) },
  };
  return data(body, { status: product.isOffered ? 200 : 410 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? productMeta(data.product, data.texts, data.url, data.origin) : [{ title: "Gaung" }];

export default function PublicProductPage() {
  const { product, related, click, ways, url } = useLoaderData<typeof loader>();
  return <ProductPage product={product} related={related} click={click} ways={ways} url={url} />;
}
