import { buffer } from "node:stream/consumers";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { draftPicture } from "~/modules/content/queries/draft-picture.server";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { guarded } from "~/platform/http/route.server";
import { openFile } from "~/platform/storage.server";

export const handle: RouteHandle = { access: "account.own" };

/** A draft's picture, for those who may see the draft. Nobody between us and them keeps it. */
export const loader = guarded(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await requireContext(request, "account.own");
  const { mediaId = "", file = "" } = params;
  const { storageKey, contentType } = await draftPicture(ctx, { mediaId, file });
  const { stream } = await openFile(storageKey);
  return new Response(new Uint8Array(await buffer(stream)), {
    headers: {
      "Content-Type": contentType,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
      "Content-Disposition": "inline",
      "X-Robots-Tag": "noindex",
    },
  });
});
