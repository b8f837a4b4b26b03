import { toBuffer, toString as toText } from "qrcode";
import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { readLinkCode } from "../codes";
import { authoriseLinks, linkUrl } from "../internal/link-rows.server";

export const QR_FORMATS = { svg: "image/svg+xml", png: "image/png" } as const;
export type QrFormat = keyof typeof QR_FORMATS;

/** Pixels of the PNG: prints sharp on a banner's corner. */
const PNG_PIXELS = 1_024;
/** Medium correction survives a fold or a thumb; four modules of quiet zone as ISO/IEC 18004 asks. */
const LOOK = { errorCorrectionLevel: "M", margin: 4 } as const;

/**
 * The QR code of a claim's link; without a code, of its first one.
 * @throws AppError `forbidden`; `not_found` also while the link is not there yet.
 */
export async function claimQr(
  ctx: Ctx,
  input: { claimId: string; code?: string; format: QrFormat },
): Promise<{ code: string; body: Buffer }> {
  const code = await linkCode(ctx, input);
  const url = linkUrl(code);
  const body =
    input.format === "svg"
      ? Buffer.from(await toText(url, { ...LOOK, type: "svg" }))
      : await toBuffer(url, { ...LOOK, type: "png", width: PNG_PIXELS });
  return { code, body };
}

async function linkCode(ctx: Ctx, input: { claimId: string; code?: string }): Promise<string> {
  const wanted = input.code === undefined ? undefined : (readLinkCode(input.code) ?? "");
  const claim = await ctx.db.claim.findUnique({
    where: { id: input.claimId },
    select: {
      creatorId: true,
      campaign: { select: { institutionId: true, institution: { select: { regionId: true } } } },
      links: {
        where: wanted === undefined ? {} : { code: wanted },
        select: { code: true },
        orderBy: { no: "asc" },
        take: 1,
      },
    },
  });
  if (!claim) throw new AppError("not_found", `no claim ${input.claimId}`);
  authoriseLinks(ctx, claim);
  const link = claim.links[0];
  if (!link) throw new AppError("not_found", `claim ${input.claimId} has no such link`);
  return link.code;
}
