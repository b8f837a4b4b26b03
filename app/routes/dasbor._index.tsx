import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { dashboardHome } from "~/modules/impact/queries/dashboard-home.server";
import { guarded } from "~/platform/http/route.server";

export const handle: RouteHandle = { access: "account.own" };

/** Everybody's own dashboard, by role. */
export const loader = guarded(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "account.own");
  return redirect(await dashboardHome(ctx));
});
