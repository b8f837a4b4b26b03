import type { ActionFunctionArgs } from "@remix-run/node";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { takeUpload } from "~/modules/imports/import-requests.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "conversion.record" };

export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "conversion.record");
  const owner = { kind: "institution", id: institution.id, regionId: institution.regionId } as const;
  return takeUpload(ctx, request, { owner, base: `/lapas/${institution.slug}/impor` });
});
