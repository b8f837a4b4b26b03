import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorOf } from "~/i18n.server";
import { readPeriod } from "~/kernel/period";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { NationalDashboard } from "~/modules/impact/components/national-dashboard";
import { readDashboardSearch } from "~/modules/impact/dashboard-search";
import { nationalDashboard } from "~/modules/impact/queries/national-dashboard.server";
import { NATION_DIMENSIONS } from "~/modules/impact/report-scope";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "report.nation" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const loader = guarded(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "report.nation");
  const params = new URL(request.url).searchParams;
  const period = readPeriod(params, ctx.clock.now(), "Asia/Jakarta");
  const search = readDashboardSearch(params, NATION_DIMENSIONS);
  const t = await translatorOf(request, "impact");
  return { title: `${t("nation.title")} · Gaung`, ...(await nationalDashboard(ctx, { period, search })) };
});

export default function NationalDashboardPage() {
  const { board, points, coverage } = useLoaderData<typeof loader>();
  return <NationalDashboard board={board} points={points} coverage={coverage} />;
}
