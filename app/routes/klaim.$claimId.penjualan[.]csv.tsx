import type { LoaderFunctionArgs } from "@remix-run/node";
import { translatorOf } from "~/i18n.server";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { claimSalesCsv } from "~/modules/tracking/queries/claim-sales-csv.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "claim.own" };

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "claim.own");
  const t = await translatorOf(request, "tracking");
  const csv = await claimSalesCsv(ctx, { claimId: params.claimId ?? "", text: (key) => t(key) });
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="gaung-penjualan.csv"',
      "Cache-Control": "private, no-store",
    },
  });
});
