import type { ActionFunctionArgs } from "@remix-run/node";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { takeUpload } from "~/modules/imports/import-requests.server";
import { ownImports } from "~/modules/imports/own-imports";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "claim.own" };

export const action = guarded(async ({ request }: ActionFunctionArgs) => {
  const ctx = await requireContext(request, "claim.own");
  const owner = ownImports(ctx);
  return takeUpload(ctx, request, { owner, base: "/klaim/impor" });
});
