import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { importProgress } from "~/modules/imports/queries/import-progress.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "conversion.read" };

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "conversion.read");
  const owner = { kind: "institution", id: institution.id, regionId: institution.regionId } as const;
  const progress = await importProgress(ctx, { owner, importId: params.importId });
  return Response.json(progress, { headers: { "Cache-Control": "no-store" } });
});
