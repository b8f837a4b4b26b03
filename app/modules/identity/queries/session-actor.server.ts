import type { Actor } from "~/kernel/policy";
import { db } from "~/platform/db.server";
import { sha256 } from "~/platform/secrets.server";

export type LiveSession = {
  tokenHash: string;
  lastSeenAt: Date;
  actor: Extract<Actor, { kind: "user" }>;
};

/**
 * Who stands behind a session token. It is asked before there is a context, so it takes the process's database.
 * @returns null for a token that is unknown or expired, and for a person whose account is disabled.
 */
export async function liveSession(token: string, now: Date): Promise<LiveSession | null> {
  const session = await db().session.findUnique({
    where: { tokenHash: sha256(token), expiresAt: { gt: now }, user: { disabledAt: null } },
    select: {
      tokenHash: true,
      lastSeenAt: true,
      user: {
        select: {
          id: true,
          name: true,
          email: true,
          creator: { select: { id: true } },
          memberships: {
            where: { endedAt: null },
            select: { role: true, institutionId: true, regionId: true },
            orderBy: { createdAt: "asc" },
          },
        },
      },
    },
  });
  if (!session) return null;
  const { id, name, email, creator, memberships } = session.user;
  return {
    tokenHash: session.tokenHash,
    lastSeenAt: session.lastSeenAt,
    actor: { kind: "user", userId: id, name, email, creatorId: creator?.id ?? null, memberships },
  };
}

/** The actor of a session token; anonymous where there is no live session. */
export async function sessionActor(token: string, now = new Date()): Promise<Actor> {
  const session = await liveSession(token, now);
  return session?.actor ?? { kind: "anonymous" };
}
