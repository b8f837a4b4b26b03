import type { LoaderFunctionArgs } from "@remix-run/node";
import { translatorOf } from "~/i18n.server";
import { readPeriod } from "~/kernel/period";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { csvResponse } from "~/modules/impact/csv-response.server";
import { ownReportScope } from "~/modules/impact/own-scope.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "report.own" };

export const loader = guarded(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "report.own");
  const params = new URL(request.url).searchParams;
  const t = await translatorOf(request, "impact");
  return csvResponse(ctx, {
    place: "tautan-saya",
    scope: ownReportScope(ctx),
    period: readPeriod(params, ctx.clock.now(), "Asia/Jakarta"),
    params,
    heading: (column) => t(`csv.${column}`),
  });
});
