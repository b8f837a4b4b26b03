import { AppError } from "~/kernel/app-error";
import { isId } from "~/kernel/id";
import type { Ctx } from "~/platform/context.server";
import type { ImportStatus } from "../import";
import { authorizeRead, type ImportOwner, ownedBy } from "../owner";

export type ImportProgress = { status: ImportStatus; share: number; rows: number; stopped: boolean };

/** How far an import is; asked for every other second while the worker is at it. @throws AppError `not_found` */
export async function importProgress(
  ctx: Ctx,
  { owner, importId }: { owner: ImportOwner; importId: string | undefined },
): Promise<ImportProgress> {
  authorizeRead(ctx, owner);
  const found = isId(importId)
    ? await ctx.db.reportImport.findFirst({
        where: { id: importId, ...ownedBy(owner) },
        select: { status: true, share: true, rows: true, failedAt: true },
      })
    : null;
  if (!found) throw new AppError("not_found", `no import ${importId} of this owner`);
  const { failedAt, ...progress } = found;
  return { ...progress, stopped: failedAt !== null };
}
