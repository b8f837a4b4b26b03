import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPeriod } from "~/kernel/period";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { InstitutionDashboard } from "~/modules/impact/components/institution-dashboard";
import { readDashboardSearch } from "~/modules/impact/dashboard-search";
import { institutionDashboard } from "~/modules/impact/queries/institution-dashboard.server";
import { INSTITUTION_DIMENSIONS } from "~/modules/impact/report-scope";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "report.institution" };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.institution.name} · Gaung` },
];

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "report.institution");
  const query = new URL(request.url).searchParams;
  const period = readPeriod(query, ctx.clock.now(), institution.timeZone);
  const search = readDashboardSearch(query, INSTITUTION_DIMENSIONS);
  return { institution, ...(await institutionDashboard(ctx, { institution, period, search })) };
});

export default function InstitutionDashboardPage() {
  return <InstitutionDashboard {...useLoaderData<typeof loader>()} />;
}
