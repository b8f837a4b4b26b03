import type { LoaderFunctionArgs } from "@remix-run/node";
import { looseTranslatorOf } from "~/i18n.server";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { ownImports } from "~/modules/imports/own-imports";
import { refusedResponse } from "~/modules/imports/refused-response.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "claim.own" };

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "claim.own");
  const owner = ownImports(ctx);
  const translate = await looseTranslatorOf(request);
  return refusedResponse(ctx, { owner, importId: params.importId, translate });
});
