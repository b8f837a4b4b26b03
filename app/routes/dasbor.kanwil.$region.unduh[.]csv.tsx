import type { LoaderFunctionArgs } from "@remix-run/node";
import { translatorOf } from "~/i18n.server";
import { readPeriod } from "~/kernel/period";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { csvResponse } from "~/modules/impact/csv-response.server";
import { reportRegion } from "~/modules/impact/queries/report-region.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "report.region" };

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "report.region");
  const region = await reportRegion(ctx, params.region);
  const query = new URL(request.url).searchParams;
  const t = await translatorOf(request, "impact");
  return csvResponse(ctx, {
    place: `kanwil-${region.slug}`,
    scope: { kind: "region", regionId: region.id },
    period: readPeriod(query, ctx.clock.now(), region.timeZone),
    params: query,
    heading: (column) => t(`csv.${column}`),
  });
});
