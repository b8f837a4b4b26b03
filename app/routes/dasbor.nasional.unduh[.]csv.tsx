import type { LoaderFunctionArgs } from "@remix-run/node";
import { translatorOf } from "~/i18n.server";
import { readPeriod } from "~/kernel/period";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { csvResponse } from "~/modules/impact/csv-response.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "report.nation" };

export const loader = guarded(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "report.nation");
  const params = new URL(request.url).searchParams;
  const period = readPeriod(params, ctx.clock.now(), "Asia/Jakarta");
  const t = await translatorOf(request, "impact");
  return csvResponse(ctx, {
    place: "nasional",
    scope: { kind: "nation" },
    period,
    params,
    heading: (column) => t(`csv.${column}`),
  });
});
