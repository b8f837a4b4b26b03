import type { Role } from "~/kernel/policy";
import type { Ctx } from "~/platform/context.server";

export type OwnPlace = {
  role: Role;
  institution: { id: string; slug: string; name: string; isDemo: boolean } | null;
  region: { slug: string; name: string } | null;
};

/** As what, and where, the signed-in person may act; empty for anybody else. For the navigation. */
export async function ownPlaces(ctx: Ctx): Promise<OwnPlace[]> {
  if (ctx.actor.kind !== "user") return [];
  return ctx.db.membership.findMany({
    where: { userId: ctx.actor.userId, endedAt: null },
    select: {
      role: true,
      institution: { select: { id: true, slug: true, name: true, isDemo: true } },
      region: { select: { slug: true, name: true } },
    },
    orderBy: { createdAt: "asc" },
  });
}
