import type { LoaderFunctionArgs } from "@remix-run/node";
import { looseTranslatorOf } from "~/i18n.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { getLinkStats } from "~/modules/tracking/api.server";

/** Open to the world as a page; an API key or a session is asked for inside. */
export const handle: RouteHandle = { access: "public" };

export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  return getLinkStats(request, params.code ?? "", await looseTranslatorOf(request));
}
