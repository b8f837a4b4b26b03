import type { LoaderFunctionArgs } from "@remix-run/node";
import { looseTranslatorOf } from "~/i18n.server";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { refusedResponse } from "~/modules/imports/refused-response.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "conversion.read" };

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "conversion.read");
  const owner = { kind: "institution", id: institution.id, regionId: institution.regionId } as const;
  const translate = await looseTranslatorOf(request);
  return refusedResponse(ctx, { owner, importId: params.importId, translate });
});
