import type { Ctx } from "~/platform/context.server";
import type { Locale } from "../identity.schemas";
import { signedInUser } from "../internal/signed-in.server";

/** Changes the person's name, and the language in which mail reaches them. */
export async function updateProfile(ctx: Ctx, input: { name: string; locale: Locale }): Promise<void> {
  ctx.authorize("account.own");
  const { userId } = signedInUser(ctx);
  await ctx.db.user.update({
    where: { id: userId },
    data: { name: input.name, locale: input.locale },
    select: { id: true },
  });
}
