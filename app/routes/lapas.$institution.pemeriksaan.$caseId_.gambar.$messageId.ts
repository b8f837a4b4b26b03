import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerPictureResponse } from "~/modules/fraud/answer-picture-response.server";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "fraud.read" };

export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "fraud.read");
  const by = { institutionId: institution.id };
  return answerPictureResponse(ctx, { messageId: params.messageId ?? "", by });
});
