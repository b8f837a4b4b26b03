import type { Ctx } from "~/platform/context.server";

export type OfficerReader = { id: string; email: string; name: string; locale: string };

/** The officers of a Lapas who read its mail. */
export function officersOf(ctx: Ctx, institutionId: string): Promise<OfficerReader[]> {
  return ctx.db.user.findMany({
    where: {
      disabledAt: null,
      memberships: { some: { institutionId, role: { in: ["LAPAS_PR", "LAPAS_HEAD"] }, endedAt: null } },
    },
    select: { id: true, email: true, name: true, locale: true },
    orderBy: { id: "asc" },
  });
}
