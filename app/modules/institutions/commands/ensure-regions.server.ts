import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { REGIONS } from "../regions";

/**
 * Writes the 33 Kanwil into an empty or older database; running it again changes nothing. Every start does, and so do
 * tests, because institutions hang from them.
 * @returns how many were added or corrected.
 * @throws AppError `forbidden` for anyone but the system.
 */
export async function ensureRegions(ctx: Ctx): Promise<{ added: number; corrected: number }> {
  if (ctx.actor.kind !== "system") throw new AppError("forbidden", "regions are written by the system only");
  return inTransaction(ctx, async (tx) => {
    const { count: added } = await tx.region.createMany({ data: [...REGIONS], skipDuplicates: true });
    const stored = await tx.region.findMany();
    let corrected = 0;
    for (const region of REGIONS) {
      const row = stored.find((candidate) => candidate.slug === region.slug);
      if (!row || (row.name === region.name && row.timeZone === region.timeZone)) continue;
      await tx.region.update({ where: { slug: region.slug }, data: region });
      corrected += 1;
    }
    return { added, corrected };
  });
}
