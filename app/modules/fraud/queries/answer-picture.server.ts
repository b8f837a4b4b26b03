import { AppError } from "~/kernel/app-error";
import { isId } from "~/kernel/id";
import type { Ctx } from "~/platform/context.server";

/** Where the picture of an answer is stored, for the officers, their supervisors and its influencer. @throws AppError */
export async function answerPicture(
  ctx: Ctx,
  input: { messageId: string; by: { institutionId: string } | { claimId: string } },
): Promise<{ storageKey: string; width: number }> {
  const where = "claimId" in input.by ? { claimId: input.by.claimId } : input.by;
  const row = isId(input.messageId)
    ? await ctx.db.fraudPicture.findFirst({
        where: { messageId: input.messageId, message: { fraudCase: where } },
        select: {
          ...{ storageKey: true, width: true },
          message: {
            select: {
              fraudCase: {
                select: { creatorId: true, institution: { select: { id: true, regionId: true } } },
              },
            },
          },
        },
      })
    : null;
  if (!row) throw new AppError("not_found", `no picture of message ${input.messageId}`);
  const { creatorId, institution } = row.message.fraudCase;
  if ("claimId" in input.by) ctx.authorize("claim.own", { creatorId });
  else ctx.authorize("fraud.read", { institutionId: institution.id, regionId: institution.regionId });
  return { storageKey: row.storageKey, width: row.width };
}
