import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { evidenceResponse } from "~/modules/tracking/evidence-response.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "conversion.read" };

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "conversion.read");
  return evidenceResponse(ctx, { institution, conversionId: params.conversionId ?? "" });
});
