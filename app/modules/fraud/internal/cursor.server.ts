import type { Ctx } from "~/platform/context.server";

/** How far a reading has come; null: it has not begun. */
export async function readCursor(ctx: Ctx, name: string): Promise<string | null> {
  const row = await ctx.db.fraudCursor.findUnique({ where: { name }, select: { position: true } });
  return row?.position ?? null;
}

/** Notes how far a reading has come. Positions sort as texts; one that is behind changes nothing. */
export async function moveCursor(ctx: Ctx, name: string, position: string): Promise<void> {
  await ctx.db.$executeRaw`
    INSERT INTO fraud_cursor (name, position, at) VALUES (${name}, ${position}, ${ctx.clock.now()})
    ON CONFLICT (name) DO UPDATE SET position = excluded.position, at = excluded.at
    WHERE fraud_cursor.position < excluded.position`;
}
