import { parseUpload } from "~/platform/http/upload.server";
import { MAX_IMAGE_BYTES } from "~/platform/images.server";

/** Takes the influencer's form apart: its fields, and the picture's bytes where one was chosen. */
export async function readAnswerUpload(
  request: Request,
): Promise<{ form: FormData; picture: Uint8Array | null }> {
  const upload = await parseUpload(request, { maxFiles: 1, maxFileBytes: MAX_IMAGE_BYTES });
  const form = new FormData();
  for (const [name, value] of upload.fields) form.append(name, value);
  const picture = upload.files.find(({ field }) => field === "picture");
  return { form, picture: picture && picture.bytes.length > 0 ? picture.bytes : null };
}
