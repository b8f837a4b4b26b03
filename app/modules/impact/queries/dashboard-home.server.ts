import type { Ctx } from "~/platform/context.server";

/**
 * The address of the actor's own dashboard: the widest view that a membership gives. Partners have no figures yet and
 * see the catalogue; a person without any membership sees the account page.
 */
export async function dashboardHome(ctx: Ctx): Promise<string> {
  ctx.authorize("account.own");
  if (ctx.can("report.nation")) return "/dasbor/nasional";
  const { actor } = ctx;
  if (actor.kind !== "user") return "/";
  const regionId = actor.memberships.find((membership) => membership.role === "KANWIL")?.regionId;
  if (regionId) {
    const region = await ctx.db.region.findUnique({ where: { id: regionId }, select: { slug: true } });
    if (region) return `/dasbor/kanwil/${region.slug}`;
  }
  const institutionId = actor.memberships.find((membership) => membership.institutionId)?.institutionId;
  if (institutionId) {
    const institution = await ctx.db.institution.findUnique({
      where: { id: institutionId },
      select: { slug: true },
    });
    if (institution) return `/lapas/${institution.slug}`;
  }
  if (actor.creatorId) return "/dasbor/saya";
  return actor.memberships.some((membership) => membership.role === "PARTNER") ? "/produk" : "/akun";
}
