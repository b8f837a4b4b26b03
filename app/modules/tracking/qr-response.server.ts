import { requireContext } from "~/modules/identity/request-context.server";
import { claimQr, QR_FORMATS, type QrFormat } from "./queries/claim-qr.server";

/** Answers a QR code; with `?unduh` as a file to keep. */
export async function qrResponse(
  request: Request,
  link: { claimId: string; code?: string },
  format: QrFormat,
): Promise<Response> {
  const ctx = await requireContext(request, "account.own");
  const { code, body } = await claimQr(ctx, { ...link, format });
  const headers = new Headers({
    "Content-Type": QR_FORMATS[format],
    "Content-Length": String(body.length),
    "Cache-Control": "private, max-age=300",
  });
  if (new URL(request.url).searchParams.has("unduh")) {
    headers.set("Content-Disposition", `attachment; filename="gaung-${code}.${format}"`);
  }
  return new Response(new Uint8Array(body), { headers });
}
