import type { LoaderFunctionArgs } from "@remix-run/node";
import { looseTranslatorOf } from "~/i18n.server";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { recountCsvResponse } from "~/modules/impact/recount-csv.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "report.nation" };

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "report.nation");
  return recountCsvResponse(ctx, params.runId ?? "", await looseTranslatorOf(request));
});
