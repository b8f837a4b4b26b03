import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { looseTranslatorOf } from "~/i18n.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { methodNotAllowed } from "~/modules/tracking/api.server";
import { wooWebhook } from "~/modules/tracking/woocommerce.server";

/** Open to the world as a page; the delivery's signature is checked inside. */
export const handle: RouteHandle = { access: "public" };

export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  return wooWebhook(request, params.endpointId ?? "", await looseTranslatorOf(request));
}

export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  return methodNotAllowed(await looseTranslatorOf(request), "POST");
}
