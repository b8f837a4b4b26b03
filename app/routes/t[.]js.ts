import type { LoaderFunctionArgs } from "@remix-run/node";
import type { RouteHandle } from "~/modules/identity/route-access";
import { pageScript } from "~/modules/tracking/page-orders.server";

export const handle: RouteHandle = { access: "public" };

export function loader({ request }: LoaderFunctionArgs): Response {
  return pageScript(request);
}
