import { addDays, localDay, parseDay } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/transaction.server";
import { makeSalts } from "../internal/salts.server";

/** A day's salt is destroyed when the second day after it begins (WIB): 48 hours after it began. */
export const SALT_LIFE_DAYS = 2;

/**
 * Keeps the salts of the coming days ready and destroys those older than two days. After that no one, we included, can tie a visitor hash to an address.
 */
export async function rotateSalts(ctx: Ctx): Promise<{ destroyedDays: number }> {
  const now = ctx.clock.now();
  const before = parseDay(addDays(localDay(now, "Asia/Jakarta"), 1 - SALT_LIFE_DAYS));
  return inTransaction(ctx, async (tx) => {
    await makeSalts(tx, now);
    const salts = await tx.dailySalt.deleteMany({ where: { day: { lt: before } } });
    return { destroyedDays: salts.count };
  });
}
