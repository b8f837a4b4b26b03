import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { translatorOf } from "~/i18n.server";
import { BriefCard } from "~/modules/campaigns/components/brief-card";
import { contextFor } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { LandingPage } from "~/modules/impact/components/landing/landing-page";
import { frontPage } from "~/modules/impact/queries/front-page.server";
import { ProductGrid } from "~/modules/products/components/product-card";
import { env } from "~/platform/env.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "public" };

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: data.title },
        { name: "description", content: data.description },
        { property: "og:title", content: data.title },
        { property: "og:description", content: data.description },
        { property: "og:image", content: data.image },
        { property: "og:type", content: "website" },
      ]
    : [];

export const loader = guarded(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await contextFor(request);
  const t = await translatorOf(request, "impact");
  return {
    page: await frontPage(ctx),
    title: t("landing.metaTitle"),
    description: t("landing.metaDescription"),
    image: `${env().PUBLIC_URL}/og-default.png`,
  };
});

export default function FrontPage() {
  const { page } = useLoaderData<typeof loader>();
  const { t } = useTranslation("impact");
  return (
    <LandingPage
      page={page}
      products={<ProductGrid products={page.products} label={t("landing.products.title")} />}
      briefs={
        <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
          {page.briefs.map((card) => (
            <li key={card.id}>
              <BriefCard card={card} now={page.now} priority={false} />
            </li>
          ))}
        </ul>
      }
    />
  );
}
