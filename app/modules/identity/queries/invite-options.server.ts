import type { Ctx } from "~/platform/context.server";
import { visibleInstitutions } from "../internal/visible-places.server";
import { invitableRoles, mayInvite, type OfficerRole, scopeKind } from "../invitation-rules";

export type InviteOptions = {
  roles: OfficerRole[];
  institutions: { id: string; name: string }[];
  regions: { id: string; name: string }[];
};

const NONE: InviteOptions = { roles: [], institutions: [], regions: [] };

/**
 * What the reader may choose from when inviting: roles, and the places within their scope. For one institution: the
 * roles there, and no places.
 */
export async function inviteOptions(
  ctx: Ctx,
  input: { institution?: { id: string; regionId: string } },
): Promise<InviteOptions> {
  if (ctx.actor.kind !== "user" || !ctx.can("member.invite")) return NONE;
  const { memberships } = ctx.actor;
  if (input.institution) {
    const scope = { institutionId: input.institution.id, regionId: input.institution.regionId };
    return {
      ...NONE,
      roles: invitableRoles(memberships).filter((role) => mayInvite(memberships, role, scope)),
    };
  }
  const roles = invitableRoles(memberships);
  const byName = { select: { id: true, name: true }, orderBy: { name: "asc" } } as const;
  const needs = (kind: "institution" | "region") => roles.some((role) => scopeKind(role) === kind);
  const where = visibleInstitutions(ctx.visible("member.invite"));
  return {
    roles,
    institutions: needs("institution") ? await ctx.db.institution.findMany({ where, ...byName }) : [],
    regions: needs("region") ? await ctx.db.region.findMany(byName) : [],
  };
}
