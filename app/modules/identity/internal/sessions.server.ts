import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { randomToken, sha256 } from "~/platform/secrets.server";
import { deviceName } from "../device-name";
import { sessionExpiry } from "../session-cookie.server";

/** What a browser tells of itself when a session starts. */
export type Device = { userAgent: string | null };

/** Starts a session. @returns its token, for the cookie; only the hash is stored. */
export async function startSession(tx: Tx, ctx: Ctx, userId: string, device: Device): Promise<string> {
  const token = randomToken();
  const now = ctx.clock.now();
  await tx.session.create({
    data: {
      tokenHash: sha256(token),
      userId,
      userAgent: deviceName(device.userAgent),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: sessionExpiry(now),
    },
  });
  return token;
}

/** Ends a person's sessions, all or all but one. @returns how many. */
export async function endSessions(tx: Tx, userId: string, exceptTokenHash?: string): Promise<number> {
  const { count } = await tx.session.deleteMany({
    where: { userId, ...(exceptTokenHash ? { tokenHash: { not: exceptTokenHash } } : {}) },
  });
  return count;
}
