import type { Ctx } from "~/platform/context.server";

export type ApiKeyRow = {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};

/** An institution's keys, live ones first, the newest on top. Never the keys themselves: nobody has them. */
export async function apiKeys(
  ctx: Ctx,
  input: { institution: { id: string; regionId: string } },
): Promise<ApiKeyRow[]> {
  const institutionId = input.institution.id;
  ctx.authorize("apiKey.manage", { institutionId, regionId: input.institution.regionId });
  return ctx.db.apiKey.findMany({
    where: { institutionId },
    select: {
      id: true,
      name: true,
      prefix: true,
      scopes: true,
      createdAt: true,
      lastUsedAt: true,
      revokedAt: true,
    },
    orderBy: [{ revokedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }],
    take: 100,
  });
}
