import { ZONES, type Zone } from "~/kernel/time";
import { parseUpload } from "~/platform/http/upload.server";
import { MAX_IMAGE_BYTES } from "~/platform/images.server";

/** Takes the officer's form apart: its fields, and the photo's bytes where one was chosen. */
export async function readSaleUpload(
  request: Request,
): Promise<{ form: FormData; evidence: Uint8Array | null }> {
  const upload = await parseUpload(request, { maxFiles: 1, maxFileBytes: MAX_IMAGE_BYTES });
  const form = new FormData();
  for (const [name, value] of upload.fields) form.append(name, value);
  const photo = upload.files.find(({ field }) => field === "evidence");
  return { form, evidence: photo && photo.bytes.length > 0 ? photo.bytes : null };
}

/** An instant as a `datetime-local` field shows it in a zone. */
export function localDateTime(at: Date, zone: Zone): string {
  return new Date(at.getTime() + ZONES[zone].offsetHours * 3_600_000).toISOString().slice(0, 16);
}
