import { contextOf, systemContext } from "~/modules/identity/context.server";
import { fixedClock } from "~/platform/clock.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";

/** The worker's context at a moment of the story. */
export function systemAt(at: Date): Ctx {
  return systemContext("demo data", { clock: fixedClock(at) });
}

/** A person's context at a moment of the story: the policy is asked as if they sat at the screen. */
export async function personAt(userId: string, at: Date): Promise<Ctx> {
  const user = await db().user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      id: true,
      name: true,
      email: true,
      creator: { select: { id: true } },
      memberships: { select: { role: true, institutionId: true, regionId: true } },
    },
  });
  const { id, name, email, creator, memberships } = user;
  return contextOf(
    { kind: "user", userId: id, name, email, creatorId: creator?.id ?? null, memberships },
    { clock: fixedClock(at) },
  );
}
