import { z } from "zod";
import type { Ctx } from "~/platform/context.server";
import { Prisma } from "~/platform/db.server";

export type ReportFreshness = {
  /** When the figures were read. */
  readAt: Date;
  /** End of the last hour in which a click was counted, anywhere; null before the first click. */
  clicksUntil: Date | null;
};

const rows = z.array(z.object({ last: z.date().nullable() }));
const HOUR_MS = 3_600_000;

/** How fresh the rollups are: a reader sees at once when the worker stands still. */
export async function reportFreshness(ctx: Ctx): Promise<ReportFreshness> {
  ctx.authorize("account.own");
  const readAt = ctx.clock.now();
  const found = await ctx.db.$queryRaw(Prisma.sql`SELECT max(hour) AS last FROM click_hourly`);
  const last = rows.parse(found)[0]?.last;
  if (!last) return { readAt, clicksUntil: null };
  return { readAt, clicksUntil: new Date(Math.min(last.getTime() + HOUR_MS, readAt.getTime())) };
}
