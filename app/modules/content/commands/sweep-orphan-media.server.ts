import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { deleteImage } from "~/platform/images.server";
import { inTransaction } from "~/platform/transaction.server";
import { DAY_MS } from "../deliverable";
import { PENDING_MEDIA_DAYS } from "../draft-media";

/** The most that one run throws away; the next run goes on. */
const MOST = 500;

/**
 * Throws away pictures that never became part of a draft: those that lay for two weeks, and those of deliverables
 * that take no draft any more. A scheduled job of the system.
 * @returns how many went.
 * @throws AppError `forbidden` for anybody but the system.
 */
export async function sweepOrphanMedia(ctx: Ctx): Promise<{ removed: number }> {
  if (ctx.actor.kind !== "system") throw new AppError("forbidden", "only the system sweeps pictures");
  const before = new Date(ctx.clock.now().getTime() - PENDING_MEDIA_DAYS * DAY_MS);
  let removed = 0;
  while (removed < MOST && (await removeOne(ctx, before))) removed += 1;
  if (removed > 0) ctx.log.info({ removed }, "swept draft pictures");
  return { removed };
}

/**
 * Its row is held while its files go, so that nobody hands it in meanwhile; a crash between leaves the row for the
 * next run, never a file that nobody knows.
 */
async function removeOne(ctx: Ctx, before: Date): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const [dead] = await tx.$queryRaw<{ id: string; storage_key: string }[]>`
      SELECT m.id, m.storage_key FROM draft_media m JOIN deliverable d ON d.id = m.deliverable_id
      WHERE m.draft_version_id IS NULL
        AND (m.created_at < ${before} OR d.status IN ('APPROVED', 'REJECTED', 'LIVE'))
      ORDER BY m.id LIMIT 1 FOR UPDATE OF m SKIP LOCKED`;
    if (!dead) return false;
    await deleteImage(dead.storage_key);
    await tx.draftMedia.delete({ where: { id: dead.id } });
    return true;
  });
}
