import type { Actor } from "~/kernel/policy";
import { contextOf, systemContext } from "~/modules/identity/context.server";
import { fixedClock } from "~/platform/clock.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";

/** The worker's context at a moment of the story. */
export function systemAt(at: Date): Ctx {
  return systemContext("demo data", { clock: fixedClock(at) });
}

/** People are read once: their roles stay as they are through the story. */
const known = new Map<string, Actor>();

/** A person's context at a moment of the story: the policy is asked as if they sat at the screen. */
export async function personAt(userId: string, at: Date): Promise<Ctx> {
  const actor = known.get(userId) ?? (await readActor(userId));
  known.set(userId, actor);
  return contextOf(actor, { clock: fixedClock(at) });
}

async function readActor(userId: string): Promise<Actor> {
  const { id, name, email, creator, memberships } = await db().user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      id: true,
      name: true,
      email: true,
      creator: { select: { id: true } },
      memberships: { select: { role: true, institutionId: true, regionId: true } },
    },
  });
  return { kind: "user", userId: id, name, email, creatorId: creator?.id ?? null, memberships };
}
