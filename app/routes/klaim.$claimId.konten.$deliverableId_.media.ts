import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { AppError, isAppError } from "~/kernel/app-error";
import { attachDraftMedia } from "~/modules/content/commands/attach-draft-media.server";
import { MAX_DRAFT_IMAGES } from "~/modules/content/draft-media";
import { requireContext } from "~/modules/identity/request-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { messageText } from "~/platform/http/form.server";
import { guarded } from "~/platform/http/route.server";
import { parseUpload } from "~/platform/http/upload.server";
import { MAX_IMAGE_BYTES } from "~/platform/images.server";

export const handle: RouteHandle = { access: "content.submit" };

/** Takes pictures for a draft: one at a time from the page's script, several at once from a plain form. */
export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const ctx = await requireContext(request, "content.submit");
  const deliverableId = params.deliverableId ?? "";
  const scripted = request.headers.get("Accept")?.includes("application/json") ?? false;
  try {
    const limits = { maxFiles: scripted ? 1 : MAX_DRAFT_IMAGES, maxFileBytes: MAX_IMAGE_BYTES };
    const { files } = await parseUpload(request, limits);
    if (files.length === 0)
      throw new AppError("invalid", "upload without a file", { message: { key: "ui:upload.image.empty" } });
    for (const { bytes } of files) await attachDraftMedia(ctx, { deliverableId, bytes });
  } catch (error) {
    if (!scripted || !isAppError(error)) throw error;
    return Response.json({ error: messageText(error.userMessage) }, { status: error.status });
  }
  return scripted
    ? Response.json({ ok: true }, { status: 201 })
    : redirect(`/klaim/${params.claimId}/konten/${deliverableId}`, 303);
});
