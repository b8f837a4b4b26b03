import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { AboutPage } from "~/modules/tracking/components/about/about-page";
import { countryDataDay } from "~/modules/tracking/queries/country-data.server";
import { env } from "~/platform/env.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "public" };

export const loader = guarded(async ({ request }: LoaderFunctionArgs) => {
  const t = await translatorOf(request, "tracking");
  return {
    retentionDays: env().CLICK_RETENTION_DAYS,
    countryDataDay: countryDataDay(),
    title: t("about.metaTitle"),
    description: t("about.metaDescription"),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? "Gaung" },
  { name: "description", content: data?.description },
];

export default function About() {
  const { retentionDays, countryDataDay: day } = useLoaderData<typeof loader>();
  return <AboutPage retentionDays={retentionDays} countryDataDay={day} />;
}
