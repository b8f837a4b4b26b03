import type { LoaderFunctionArgs } from "@remix-run/node";
import type { RouteHandle } from "~/modules/identity/route-access";
import { qrResponse } from "~/modules/tracking/qr-response.server";
import { guarded } from "~/platform/http/route.server";

/** Whoever may read the claim's link may have its QR code; the query decides. */
export const handle: RouteHandle = { access: "account.own" };

export const loader = guarded(({ request, params }: LoaderFunctionArgs) =>
  qrResponse(request, { claimId: params.claimId ?? "", code: params.code ?? "" }, "svg"),
);
