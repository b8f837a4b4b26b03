import type { Ctx } from "./context.server";
import type { Tx } from "./db.server";

/** Contexts that already stand in a transaction, so that a command called by a command joins it. */
const open = new WeakMap<Ctx, Tx>();

/**
 * Runs the work in one transaction. Called with a context that is already inside one (the second argument that the
 * work receives), it joins that transaction: the outermost command owns commit and roll-back.
 */
export function inTransaction<Result>(
  ctx: Ctx,
  work: (tx: Tx, inner: Ctx) => Promise<Result>,
): Promise<Result> {
  const current = open.get(ctx);
  if (current) return work(current, ctx);
  return ctx.db.$transaction(
    (tx) => {
      const inner: Ctx = { ...ctx };
      open.set(inner, tx);
      return work(tx, inner);
    },
    { timeout: 30_000, maxWait: 15_000 },
  );
}
