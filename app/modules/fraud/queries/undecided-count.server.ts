import type { Ctx } from "~/platform/context.server";
import { readableCases } from "../internal/readable-cases.server";

/** How many cases in the person's reach are not decided yet; few rows, and an index of their own. */
export async function undecidedCount(ctx: Ctx): Promise<number> {
  const readable = readableCases(ctx.visible("fraud.read"));
  return ctx.db.fraudCase.count({ where: { ...readable, status: { in: ["OPEN", "ASKED"] } } });
}
