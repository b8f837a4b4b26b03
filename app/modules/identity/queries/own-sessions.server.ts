import type { Ctx } from "~/platform/context.server";
import { sha256 } from "~/platform/secrets.server";
import { signedInUser } from "../internal/signed-in.server";

export type OwnSession = { id: string; device: string; createdAt: Date; lastSeenAt: Date; current: boolean };

/** The person's live sessions, this one first. The id is the token's hash: it ends a session and opens none. */
export async function ownSessions(ctx: Ctx, input: { currentToken: string | null }): Promise<OwnSession[]> {
  ctx.authorize("account.own");
  const currentHash = input.currentToken ? sha256(input.currentToken) : null;
  const rows = await ctx.db.session.findMany({
    where: { userId: signedInUser(ctx).userId, expiresAt: { gt: ctx.clock.now() } },
    select: { tokenHash: true, userAgent: true, createdAt: true, lastSeenAt: true },
    orderBy: { lastSeenAt: "desc" },
    take: 50,
  });
  const sessions = rows.map(({ tokenHash, userAgent, ...times }) => ({
    ...times,
    id: tokenHash,
    device: userAgent,
    current: tokenHash === currentHash,
  }));
  return sessions.sort((a, b) => Number(b.current) - Number(a.current));
}
