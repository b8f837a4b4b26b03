import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerPictureResponse } from "~/modules/fraud/answer-picture-response.server";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "claim.own" };

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "claim.own");
  const by = { claimId: params.claimId ?? "" };
  return answerPictureResponse(ctx, { messageId: params.messageId ?? "", by });
});
