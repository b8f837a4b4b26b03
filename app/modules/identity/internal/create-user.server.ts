import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { isUniqueViolation, type Tx } from "~/platform/db.server";
import { type Locale, TERMS_VERSION } from "../identity.schemas";

export type NewUser = { email: string; name: string; passwordHash: string; locale: Locale; isDemo?: boolean };

/**
 * Writes a person and the proof of what they agreed to. The password comes hashed, for hashing takes long and no
 * transaction should wait for it.
 * @throws AppError `conflict` with an error at `email` when the address has an account.
 */
export async function createUser(tx: Tx, ctx: Ctx, user: NewUser): Promise<string> {
  const id = newId(ctx.clock.now());
  try {
    await tx.user.create({
      data: { id, ...user, isDemo: user.isDemo ?? false, createdAt: ctx.clock.now() },
      select: { id: true },
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("conflict", "the e-mail address has an account", {
      fields: { email: [{ key: "identity:error.emailTaken" }] },
      cause: error,
    });
  }
  await audit(tx, ctx, {
    action: "consent.given",
    entity: "user",
    entityId: id,
    data: { terms: TERMS_VERSION, privacy: TERMS_VERSION },
  });
  return id;
}
