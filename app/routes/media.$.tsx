import type { LoaderFunctionArgs } from "@remix-run/node";
import { AppError } from "~/kernel/app-error";
import type { RouteHandle } from "~/modules/identity/route-access";
import { guarded } from "~/platform/http/route.server";
import { openPicture } from "~/platform/media.server";

export const handle: RouteHandle = { access: "public" };

/** `/media/product/KEY/WIDTH.avif`: public pictures only, under addresses that never change their content. */
export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const [folder, key, file, ...rest] = (params["*"] ?? "").split("/");
  if (folder !== "product" || !key || !file || rest.length > 0) {
    throw new AppError("not_found", "no public picture there");
  }
  return openPicture(`${folder}/${key}`, file, { immutable: true, request });
});
