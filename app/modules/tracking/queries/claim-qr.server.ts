import { toBuffer, toString as toText } from "qrcode";
import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { claimLinks } from "./claim-links.server";

export const QR_FORMATS = { svg: "image/svg+xml", png: "image/png" } as const;
export type QrFormat = keyof typeof QR_FORMATS;

/** Pixels of the PNG: prints sharp on a banner's corner. */
const PNG_PIXELS = 1_024;
/** Medium correction survives a fold or a thumb; four modules of quiet zone as ISO/IEC 18004 asks. */
const LOOK = { errorCorrectionLevel: "M", margin: 4 } as const;

/**
 * The QR code of a claim's link.
 * @throws AppError `forbidden`; `not_found` also while the link is not there yet.
 */
export async function claimQr(
  ctx: Ctx,
  input: { claimId: string; format: QrFormat },
): Promise<{ code: string; body: Buffer }> {
  const { links } = await claimLinks(ctx, input);
  const link = links[0];
  if (!link) throw new AppError("not_found", `claim ${input.claimId} has no link yet`);
  const body =
    input.format === "svg"
      ? Buffer.from(await toText(link.url, { ...LOOK, type: "svg" }))
      : await toBuffer(link.url, { ...LOOK, type: "png", width: PNG_PIXELS });
  return { code: link.code, body };
}
