import type { Ctx } from "~/platform/context.server";

export type OpenWooEndpoint = {
  id: string;
  institution: { id: string; regionId: string };
  /** That are right at present. */
  sealedSecrets: string[];
  disabled: boolean;
};

/** The endpoint of an address; null where there is none. */
export async function wooEndpoint(ctx: Ctx, id: string): Promise<OpenWooEndpoint | null> {
  const row = await ctx.db.wooEndpoint.findUnique({
    where: { id },
    select: {
      ...{ id: true, secretSealed: true, previousSealed: true, previousUntil: true, disabledAt: true },
      institution: { select: { id: true, regionId: true } },
    },
  });
  if (!row) return null;
  const previous = row.previousUntil && row.previousUntil > ctx.clock.now() ? row.previousSealed : null;
  return {
    id: row.id,
    institution: row.institution,
    sealedSecrets: previous ? [row.secretSealed, previous] : [row.secretSealed],
    disabled: row.disabledAt !== null,
  };
}
