import type { LoaderFunctionArgs } from "@remix-run/node";
import { translatorOf } from "~/i18n.server";
import { readPeriod } from "~/kernel/period";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { csvResponse } from "~/modules/impact/csv-response.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "report.institution" };

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "report.institution");
  const query = new URL(request.url).searchParams;
  const t = await translatorOf(request, "impact");
  return csvResponse(ctx, {
    place: institution.slug,
    scope: { kind: "institution", institutionId: institution.id, regionId: institution.regionId },
    period: readPeriod(query, ctx.clock.now(), institution.timeZone),
    params: query,
    heading: (column) => t(`csv.${column}`),
  });
});
