import type { ActionFunctionArgs } from "@remix-run/node";
import { AppError, isAppError } from "~/kernel/app-error";
import { isId } from "~/kernel/id";
import { requireInstitution } from "~/modules/identity/institution-context.server";
import type { RouteHandle } from "~/modules/identity/route-access";
import { addPhoto } from "~/modules/products/commands/add-photo.server";
import { guarded } from "~/platform/http/route.server";
import { parseUpload } from "~/platform/http/upload.server";
import { MAX_IMAGE_BYTES } from "~/platform/images.server";
import { redirectWithToast } from "~/ui/flash.server";

export const handle: RouteHandle = { access: "product.edit" };

/** Takes one photo of a product: JSON for the upload field, a redirect for a plain form. */
export const action = guarded(async ({ request, params }: ActionFunctionArgs) => {
  const { ctx, institution } = await requireInstitution(request, params.institution, "product.edit");
  const { productId } = params;
  if (!isId(productId)) throw new AppError("not_found", "not the id of a product");
  const wantsJson = request.headers.get("Accept") === "application/json";
  const back = `/lapas/${institution.slug}/produk/${productId}#foto`;
  try {
    const { files } = await parseUpload(request, { maxFiles: 1, maxFileBytes: MAX_IMAGE_BYTES });
    const [file] = files;
    if (!file) {
      throw new AppError("invalid", "no file sent", { message: { key: "products:error.photoMissing" } });
    }
    const photo = await addPhoto(ctx, { productId, bytes: file.bytes });
    if (wantsJson) return Response.json({ ok: true, id: photo.id }, { status: 201 });
    return redirectWithToast(back, { message: "products:done.photoAdded" });
  } catch (error) {
    if (wantsJson || !isAppError(error)) throw error;
    const { key: message, params: values } = error.userMessage;
    return redirectWithToast(back, { tone: "danger", message, ...(values ? { params: values } : {}) });
  }
});
