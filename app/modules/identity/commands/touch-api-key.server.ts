import { db } from "~/platform/db.server";

/** How exactly "last used" is known, in milliseconds: a busy key is written at most that often. */
const TOUCH_EVERY_MS = 60_000;

/** Notes that a key was used, at most once a minute. It comes before there is a context. */
export async function touchApiKey(
  key: { apiKeyId: string; lastUsedAt: Date | null },
  now: Date,
): Promise<void> {
  const before = new Date(now.getTime() - TOUCH_EVERY_MS);
  if (key.lastUsedAt && key.lastUsedAt > before) return;
  await db().apiKey.updateMany({
    where: { id: key.apiKeyId, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: before } }] },
    data: { lastUsedAt: now },
  });
}
