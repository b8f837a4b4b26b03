import { db } from "~/platform/db.server";
import { sessionExpiry } from "../session-cookie.server";

/** How exactly "last seen" is known, in milliseconds: a session is written at most that often. */
const TOUCH_EVERY_MS = 10 * 60_000;

/**
 * Notes that a session was used and moves its end, once in ten minutes. Like the look-up before it, it comes before
 * there is a context.
 */
export async function touchSession(
  session: { tokenHash: string; lastSeenAt: Date },
  now: Date,
): Promise<void> {
  const before = new Date(now.getTime() - TOUCH_EVERY_MS);
  if (session.lastSeenAt > before) return;
  await db().session.updateMany({
    where: { tokenHash: session.tokenHash, lastSeenAt: { lte: before } },
    data: { lastSeenAt: now, expiresAt: sessionExpiry(now) },
  });
}
