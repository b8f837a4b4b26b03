import { newId } from "~/kernel/id";
import {
  type CreateAccountInput,
  createAccount,
  prepareAccount,
} from "~/modules/identity/commands/create-account.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { freeHandle } from "../internal/free-handle.server";

export type RegisterInfluencerInput = CreateAccountInput & { city?: string };

/**
 * An influencer registers: the account, the membership and an empty profile, all or nothing. The handle is made from
 * the name and can be changed in the profile.
 * @throws AppError `conflict` (at `email`) when the address has an account; `too_many`.
 */
export async function registerInfluencer(
  ctx: Ctx,
  input: RegisterInfluencerInput,
): Promise<{ userId: string; creatorId: string }> {
  const prepared = await prepareAccount(ctx, input);
  return inTransaction(ctx, async (tx, inner) => {
    const { userId } = await createAccount(inner, input, prepared);
    const creatorId = newId();
    await tx.creator.create({
      data: {
        id: creatorId,
        userId,
        handle: await freeHandle(tx, input.name),
        displayName: input.name.trim().slice(0, 60),
        city: input.city ?? "",
        niches: [],
        createdAt: inner.clock.now(),
      },
      select: { id: true },
    });
    return { userId, creatorId };
  });
}
