import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { ownImports } from "~/modules/imports/own-imports";
import { importProgress } from "~/modules/imports/queries/import-progress.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "claim.own" };

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "claim.own");
  const owner = ownImports(ctx);
  const progress = await importProgress(ctx, { owner, importId: params.importId });
  return Response.json(progress, { headers: { "Cache-Control": "no-store" } });
});
