import { AppError } from "~/kernel/app-error";
import { isId } from "~/kernel/id";
import type { Ctx } from "~/platform/context.server";
import { parseRendition } from "../draft-media";
import { authorizeRead, claimScopeSelect, resourceOf } from "../internal/deliverable-scope.server";

/**
 * Where the file of a draft's picture lies, for those who may see it: the influencer, and once it was handed in
 * whoever reads the institution's content.
 * @throws AppError `not_found`, `unauthenticated`, `forbidden`.
 */
export async function draftPicture(
  ctx: Ctx,
  input: { mediaId: string; file: string },
): Promise<{ storageKey: string; contentType: string }> {
  const rendition = parseRendition(input.file);
  const media = rendition && isId(input.mediaId) ? await findMedia(ctx, input.mediaId) : null;
  if (!rendition || !media?.widths.includes(rendition.width)) {
    throw new AppError("not_found", `no draft picture ${input.mediaId}/${input.file}`);
  }
  const resource = resourceOf(media.claim);
  if (media.pending) ctx.authorize("content.submit", resource);
  else authorizeRead(ctx, resource);
  const contentType = rendition.format === "jpg" ? "image/jpeg" : `image/${rendition.format}`;
  return { storageKey: `${media.storageKey}/${rendition.width}.${rendition.format}`, contentType };
}

async function findMedia(ctx: Ctx, id: string) {
  const media = await ctx.db.draftMedia.findUnique({
    where: { id },
    select: { storageKey: true, widths: true, draftVersionId: true, deliverableId: true },
  });
  if (!media) return null;
  const deliverable = await ctx.db.deliverable.findUnique({
    where: { id: media.deliverableId },
    select: { claim: { select: claimScopeSelect } },
  });
  return deliverable && { ...media, pending: media.draftVersionId === null, claim: deliverable.claim };
}
