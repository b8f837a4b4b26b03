import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { type ImportOwner, ownedBy } from "../owner";

const select = {
  id: true,
  institutionId: true,
  creatorId: true,
  uploadedById: true,
  status: true,
  report: true,
  fileName: true,
  storageKey: true,
  headerRow: true,
  headers: true,
  columns: true,
  periodFrom: true,
  periodTo: true,
  reportedAt: true,
  createdAt: true,
  takesBack: true,
  cursor: true,
  applied: true,
  counts: true,
  endReason: true,
  institution: { select: { id: true, regionId: true } },
} as const;

export type ImportRecord = Awaited<ReturnType<typeof loadImport>>;

/** An import with what the worker needs. @throws AppError `not_found` */
export async function loadImport(db: Ctx["db"] | Tx, importId: string) {
  const found = await db.reportImport.findUnique({ where: { id: importId }, select });
  if (!found) throw new AppError("not_found", `no import ${importId}`);
  return found;
}

/** The import's owner, for its mappings and for whom it may speak. */
export function ownerOf({ institution, creatorId, id }: ImportRecord): ImportOwner {
  if (institution) return { kind: "institution", ...institution };
  if (creatorId) return { kind: "creator", id: creatorId };
  throw new RangeError(`import ${id} belongs to nobody`);
}

/** An owner's import for a person's act. @throws AppError `not_found` for somebody else's */
export async function ownImport(tx: Tx, owner: ImportOwner, importId: string) {
  const found = await tx.reportImport.findFirst({ where: { id: importId, ...ownedBy(owner) }, select });
  if (!found) throw new AppError("not_found", `no import ${importId} of this owner`);
  return found;
}
