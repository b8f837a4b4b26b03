import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { translatorOf } from "~/i18n.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { methodNotAllowed, postConversion } from "~/modules/tracking/api.server";

/** Open to the world as a page; the API key is asked for inside. */
export const handle: RouteHandle = { access: "public" };

export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  return postConversion(request, await translatorOf(request, "ui"));
}

export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  return methodNotAllowed(await translatorOf(request, "ui"), "POST");
}
