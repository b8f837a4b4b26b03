import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { actorId, audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { deleteFile } from "~/platform/storage.server";
import { inTransaction } from "~/platform/transaction.server";
import { exportTime } from "../export-time";
import { MAX_OPEN } from "../import";
import { readImportJob } from "../imports.jobs";
import { authorizeWrite, type ImportOwner, ownedBy } from "../owner";
import { nameTimes } from "../times";

export type OpenImportInput = {
  owner: ImportOwner;
  file: { storageKey: string; name: string; size: number; sha256: string };
};

/**
 * Takes a file that lies in storage and has the worker read it.
 * @throws AppError `forbidden`; `invalid` for an empty file; `conflict` where too many imports wait for somebody. The
 * file is deleted then.
 */
export async function openImport(ctx: Ctx, { owner, file }: OpenImportInput): Promise<{ id: string }> {
  try {
    authorizeWrite(ctx, owner);
    const uploadedById = actorId(ctx);
    if (!uploadedById) throw new AppError("forbidden", "an import needs a person");
    if (file.size === 0)
      throw new AppError("invalid", "empty file", { message: { key: "imports:error.noFile" } });
    return await inTransaction(ctx, async (tx) => {
      const open = await tx.reportImport.count({
        where: { ...ownedBy(owner), status: { in: ["READING", "NEEDS_INPUT", "COMPARING", "READY"] } },
      });
      if (open >= MAX_OPEN) {
        const message = { key: "imports:error.tooManyOpen", params: { count: MAX_OPEN } };
        throw new AppError("conflict", `${open} imports wait`, { message });
      }
      const now = ctx.clock.now();
      const id = newId(now);
      const { period } = nameTimes(file.name);
      await tx.reportImport.create({
        data: {
          ...{ id, ...ownedBy(owner), uploadedById, createdAt: now },
          ...{ fileName: file.name, fileBytes: file.size, sha256: file.sha256, storageKey: file.storageKey },
          ...{ periodFrom: period?.from ?? null, periodTo: period?.to ?? null },
          reportedAt: exportTime({ fileName: file.name, uploadedAt: now, savedAt: [], latest: null }),
        },
      });
      await enqueue(tx, readImportJob, { importId: id });
      await audit(tx, ctx, {
        action: "import.opened",
        entity: "import",
        entityId: id,
        institutionId: owner.kind === "institution" ? owner.id : null,
        data: { bytes: file.size },
      });
      return { id };
    });
  } catch (error) {
    await deleteFile(file.storageKey);
    throw error;
  }
}
