import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { newId } from "~/kernel/id";
import { applyImport } from "~/modules/imports/commands/apply-import.server";
import { confirmImport } from "~/modules/imports/commands/confirm-import.server";
import { openImport } from "~/modules/imports/commands/open-import.server";
import { readImport } from "~/modules/imports/commands/read-import.server";
import { takeBackImport } from "~/modules/imports/commands/take-back-import.server";
import { undoImport } from "~/modules/imports/commands/undo-import.server";
import type { ImportOwner } from "~/modules/imports/owner";
import { type ImportDetail, importDetail } from "~/modules/imports/queries/import-detail.server";
import type { ReportKind } from "~/modules/imports/report";
import type { Ctx } from "~/platform/context.server";
import { localPath, putStream } from "~/platform/storage.server";
import { writeReport } from "./report-files";
import type { RowParts } from "./report-rows";

export type Bringer = { ctx: Ctx; owner: ImportOwner };

/** The officer of a place, who brings reports for it. */
export function officersOwn(place: { officer: Ctx; institutionId: string; regionId: string }): Bringer {
  const { officer, institutionId, regionId } = place;
  return { ctx: officer, owner: { kind: "institution", id: institutionId, regionId } };
}

/** A file brought by a person, as the upload's route does it; it lies in storage and waits for the worker. */
export async function bringFile(
  { ctx, owner }: Bringer,
  name: string,
  write: (path: string) => Promise<void>,
): Promise<string> {
  const storageKey = `imports/${newId()}`;
  await putStream(storageKey, write);
  const file = localPath(storageKey);
  const sha256 = createHash("sha256")
    .update(await readFile(file))
    .digest("hex");
  const { size } = await stat(file);
  return (await openImport(ctx, { owner, file: { storageKey, name, size, sha256 } })).id;
}

/** A synthetic report brought and read by the worker, up to its preview. */
export async function aPreview(
  system: Ctx,
  bringer: Bringer,
  kind: ReportKind,
  parts: RowParts,
  options: Parameters<typeof writeReport>[3] & { name?: string } = {},
): Promise<ImportDetail> {
  const name = options.name ?? `${kind}_20261001_20261031`;
  const importId = await bringFile(bringer, name, (path) => writeReport(path, kind, parts, options));
  await readImport(system, { importId });
  return importDetail(bringer.ctx, { owner: bringer.owner, importId });
}

/** Confirms a preview and lets the worker apply it. @param takesBack also where the file lifts a cancellation */
export async function applied(
  system: Ctx,
  { ctx, owner }: Bringer,
  importId: string,
  takesBack = false,
): Promise<ImportDetail> {
  await confirmImport(ctx, { owner, importId, takesBack });
  await applyImport(system, { importId });
  return importDetail(ctx, { owner, importId });
}

/** Takes an applied import back. */
export async function undone(
  system: Ctx,
  { ctx, owner }: Bringer,
  importId: string,
  reason = "Periode yang salah",
): Promise<ImportDetail> {
  await undoImport(ctx, { owner, importId, reason });
  await takeBackImport(system, { importId });
  return importDetail(ctx, { owner, importId });
}
