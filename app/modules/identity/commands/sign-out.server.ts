import type { Ctx } from "~/platform/context.server";
import { sha256 } from "~/platform/secrets.server";

/** Ends the session of a token. One that has ended already is as good as signed out. */
export async function signOut(ctx: Ctx, input: { token: string }): Promise<void> {
  await ctx.db.session.deleteMany({ where: { tokenHash: sha256(input.token) } });
}
