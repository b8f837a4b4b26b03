import type { Actor } from "~/kernel/policy";
import { db } from "~/platform/db.server";
import { safeEqual, sha256 } from "~/platform/secrets.server";
import { apiKeyPrefix } from "../api-key";

export type LiveApiKey = { actor: Extract<Actor, { kind: "apiKey" }>; lastUsedAt: Date | null };

/**
 * Who stands behind a Bearer key. It is asked before there is a context.
 * @returns null for what is no key, unknown or withdrawn.
 */
export async function apiKeyActor(bearer: string): Promise<LiveApiKey | null> {
  const prefix = apiKeyPrefix(bearer);
  if (!prefix) return null;
  const row = await db().apiKey.findUnique({
    where: { prefix, revokedAt: null },
    select: { id: true, keyHash: true, institutionId: true, scopes: true, lastUsedAt: true },
  });
  if (!row || !safeEqual(row.keyHash, sha256(bearer))) return null;
  const { id, institutionId, scopes, lastUsedAt } = row;
  return { actor: { kind: "apiKey", apiKeyId: id, institutionId, scopes }, lastUsedAt };
}
