import type { Ctx } from "~/platform/context.server";
import { visibleInstitutions } from "../internal/visible-places.server";
import { invitableRoles, type OfficerRole } from "../invitation-rules";

export type InviteOptions = {
  roles: OfficerRole[];
  institutions: { id: string; name: string }[];
  regions: { id: string; name: string }[];
};

/** What the reader may choose from when inviting: roles, and the places within their scope. */
export async function inviteOptions(ctx: Ctx): Promise<InviteOptions> {
  if (ctx.actor.kind !== "user" || !ctx.can("member.invite"))
    return { roles: [], institutions: [], regions: [] };
  const roles = invitableRoles(ctx.actor.memberships);
  const seen = ctx.visible("member.invite");
  const institutions = await ctx.db.institution.findMany({
    where: visibleInstitutions(seen),
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  const regions = roles.includes("KANWIL")
    ? await ctx.db.region.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } })
    : [];
  return { roles, institutions, regions };
}
