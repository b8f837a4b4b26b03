import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { readPeriod } from "~/kernel/period";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { RegionDashboard } from "~/modules/impact/components/region-dashboard";
import { readDashboardSearch } from "~/modules/impact/dashboard-search";
import { regionDashboard } from "~/modules/impact/queries/region-dashboard.server";
import { reportRegion } from "~/modules/impact/queries/report-region.server";
import { REGION_DIMENSIONS } from "~/modules/impact/report-scope";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "report.region" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "report.region");
  const region = await reportRegion(ctx, params.region);
  const query = new URL(request.url).searchParams;
  const period = readPeriod(query, ctx.clock.now(), region.timeZone);
  const search = readDashboardSearch(query, REGION_DIMENSIONS);
  const t = await translatorOf(request, "impact");
  const shown = await regionDashboard(ctx, { region, period, search });
  return { title: `${t("region.title", { name: region.name })} · Gaung`, region, ...shown };
});

export default function RegionDashboardPage() {
  const { title, ...shown } = useLoaderData<typeof loader>();
  return <RegionDashboard {...shown} />;
}
