import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { statusesBefore } from "../deliverable";
import { findDeliverable } from "../internal/deliverable-scope.server";
import { urlFault } from "../internal/url-fault.server";
import { parsePostUrl } from "../post-url";

/**
 * Records the address of the live post: the proof that ends a deliverable.
 * @throws AppError `invalid` for an address that is no post of the platform; `conflict` before the approval, a second
 * time, or for a post that already proves another deliverable.
 */
export async function submitPostProof(
  ctx: Ctx,
  input: { deliverableId: string; url: string },
): Promise<{ url: string }> {
  const deliverable = await findDeliverable(ctx.db, input.deliverableId);
  ctx.authorize("content.submit", deliverable.resource);
  const post = parsePostUrl(deliverable.platform, input.url);
  if (!post.ok) throw urlFault("url", deliverable.platform, post);

  await inTransaction(ctx, async (tx) => {
    const moved = await tx.deliverable.updateMany({
      where: { id: deliverable.id, status: { in: statusesBefore("prove") }, claim: { status: "ACCEPTED" } },
      data: { status: "LIVE" },
    });
    if (moved.count === 0) {
      throw new AppError(
        "conflict",
        `deliverable ${deliverable.id} takes no proof in ${deliverable.status}`,
        {
          message: { key: "content:error.noProofNow" },
        },
      );
    }
    await assertUnused(tx, post.url);
    await tx.postProof.create({
      data: { id: newId(), deliverableId: deliverable.id, url: post.url, submittedAt: ctx.clock.now() },
    });
    await audit(tx, ctx, {
      action: "content.live",
      entity: "deliverable",
      entityId: deliverable.id,
      institutionId: deliverable.resource.institutionId,
    });
  });
  return { url: post.url };
}

/** One post proves one deliverable. The lock on its address makes two who come at once stand in line. */
async function assertUnused(tx: Tx, url: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${url}, 0))`;
  const used = await tx.postProof.findFirst({ where: { url }, select: { id: true } });
  if (!used) return;
  const message = { key: "content:error.url.used" };
  throw new AppError("conflict", "post is proof of another deliverable", { fields: { url: [message] } });
}
