import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { looseTranslatorOf } from "~/i18n.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { pageOrders } from "~/modules/tracking/page-orders.server";

/** Open to the world; the institution's key and the page's origin are looked at inside. */
export const handle: RouteHandle = { access: "public" };

export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  return pageOrders(request, await looseTranslatorOf(request));
}

export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  return pageOrders(request, await looseTranslatorOf(request));
}
