import { AppError } from "~/kernel/app-error";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";

/** Withdraws a key; the next call with it is refused. @throws AppError `not_found`, `forbidden`. */
export async function revokeApiKey(ctx: Ctx, input: { apiKeyId: string }): Promise<void> {
  ctx.authorize("apiKey.manage");
  const key = await ctx.db.apiKey.findUnique({
    where: { id: input.apiKeyId },
    select: { institutionId: true, institution: { select: { regionId: true } } },
  });
  if (!key) throw new AppError("not_found", "no such API key");
  const { institutionId } = key;
  ctx.authorize("apiKey.manage", { institutionId, regionId: key.institution.regionId });
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.apiKey.updateMany({
      where: { id: input.apiKeyId, revokedAt: null },
      data: { revokedAt: ctx.clock.now() },
    });
    if (count === 0) return;
    await audit(tx, ctx, {
      action: "apiKey.revoked",
      entity: "apiKey",
      entityId: input.apiKeyId,
      institutionId,
    });
  });
}
