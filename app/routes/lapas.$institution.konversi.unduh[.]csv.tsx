import type { LoaderFunctionArgs } from "@remix-run/node";
import { translatorOf } from "~/i18n.server";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { readLedgerFilters } from "~/modules/tracking/ledger-filters";
import { ledgerCsv } from "~/modules/tracking/queries/ledger-csv.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "conversion.read" };

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "conversion.read");
  const filters = readLedgerFilters(new URL(request.url).searchParams);
  const t = await translatorOf(request, "tracking");
  return new Response(ledgerCsv(ctx, { institution, filters, text: (key) => t(key) }), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="gaung-${institution.slug}-konversi.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
});
