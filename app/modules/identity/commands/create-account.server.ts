import { newId } from "~/kernel/id";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import type { Locale } from "../identity.schemas";
import { createUser } from "../internal/create-user.server";
import { hashPassword } from "../internal/passwords.server";
import { throttle } from "../internal/throttle.server";

export type CreateAccountInput = {
  name: string;
  email: string;
  password: string;
  locale: Locale;
  /** Keyed hash of the network address that asks; left out by the system, which is not throttled. */
  clientKey?: string | undefined;
  isDemo?: boolean | undefined;
};

/**
 * Counts a registration against its network address and hashes the password: what has to happen before a transaction
 * is opened.
 * @throws AppError `too_many`.
 */
export async function prepareAccount(ctx: Ctx, input: CreateAccountInput): Promise<{ passwordHash: string }> {
  if (input.clientKey) await throttle(ctx, "registerAddress", input.clientKey);
  return { passwordHash: await hashPassword(input.password) };
}

/**
 * Makes an influencer's account: the person and the membership. The creators module adds the profile in the same
 * transaction (`register-influencer.server.ts`). That an address is taken is said plainly: whoever has forgotten an
 * account needs to know, and the limit by network address keeps lists of addresses from being tried.
 * @throws AppError `conflict` with an error at `email`.
 */
export async function createAccount(
  ctx: Ctx,
  input: CreateAccountInput,
  prepared: { passwordHash: string },
): Promise<{ userId: string }> {
  return inTransaction(ctx, async (tx, inner) => {
    const userId = await createUser(tx, inner, {
      email: input.email,
      name: input.name,
      locale: input.locale,
      passwordHash: prepared.passwordHash,
      isDemo: input.isDemo ?? false,
    });
    await tx.membership.create({
      data: { id: newId(), userId, role: "INFLUENCER", createdAt: inner.clock.now() },
    });
    return { userId };
  });
}
