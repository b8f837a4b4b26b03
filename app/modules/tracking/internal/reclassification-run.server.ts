import { AppError } from "~/kernel/app-error";
import { isId } from "~/kernel/id";
import type { Ctx } from "~/platform/context.server";

/** What is known of every run; `read` is null where it did not come to its end. */
export const runSelect = {
  id: true,
  rulesVersion: true,
  startedAt: true,
  finishedAt: true,
  since: true,
  until: true,
  reason: true,
  runBy: true,
  read: true,
} as const;

export type Run = {
  id: string;
  rulesVersion: number;
  startedAt: Date;
  /** Null while it runs, and for one that was broken off. */
  finishedAt: Date | null;
  since: Date;
  until: Date;
  reason: string;
  runBy: string;
  read: number | null;
};

/** A row as it is told: what was read is counted at the end. */
export function toRun(row: Omit<Run, "read"> & { read: bigint }): Run {
  return { ...row, read: row.finishedAt ? Number(row.read) : null };
}

/** @throws AppError `not_found` */
export async function runOf(ctx: Ctx, id: string): Promise<Run> {
  const row = isId(id)
    ? await ctx.db.reclassification.findUnique({ where: { id }, select: runSelect })
    : null;
  if (!row) throw new AppError("not_found", `no reclassification ${id}`);
  return toRun(row);
}
