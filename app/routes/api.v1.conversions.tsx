import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { looseTranslatorOf } from "~/i18n.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { methodNotAllowed, postConversion } from "~/modules/tracking/api.server";

/** Open to the world as a page; the API key is asked for inside. */
export const handle: RouteHandle = { access: "public" };

export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  return postConversion(request, await looseTranslatorOf(request));
}

export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  return methodNotAllowed(await looseTranslatorOf(request), "POST");
}
