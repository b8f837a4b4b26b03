import { z } from "zod";
import { AppError, isAppError } from "~/kernel/app-error";
import { isId, newId } from "~/kernel/id";
import type { Ctx } from "~/platform/context.server";
import { formAction } from "~/platform/http/form.server";
import { receiveFile } from "~/platform/http/receive-file.server";
import { redirectWithToast } from "~/ui/flash.server";
import { answerImport } from "./commands/answer-import.server";
import { cancelImport } from "./commands/cancel-import.server";
import { confirmImport } from "./commands/confirm-import.server";
import { forgetColumn } from "./commands/forget-column.server";
import { openImport } from "./commands/open-import.server";
import { resumeImport } from "./commands/resume-import.server";
import { undoImport } from "./commands/undo-import.server";
import { MAX_FILE_BYTES } from "./import";
import { answerFields, answersWhole, undoSchema } from "./import.schemas";
import { readOutcome } from "./import-search";
import type { ImportOwner } from "./owner";
import { importDetail } from "./queries/import-detail.server";
import { importFigures } from "./queries/import-figures.server";
import { importRows } from "./queries/import-rows.server";

/* What the pages of officers and of influencers have in common; they differ in the owner and the address. */

/** Takes a file: JSON for the upload field, a redirect for a plain form. `base` is the list's address. */
export async function takeUpload(
  ctx: Ctx,
  request: Request,
  { owner, base }: { owner: ImportOwner; base: string },
): Promise<Response> {
  const wantsJson = request.headers.get("Accept") === "application/json";
  try {
    const storageKey = `imports/${newId()}`;
    const file = await receiveFile(request, { key: storageKey, maxBytes: MAX_FILE_BYTES });
    if (!file) throw new AppError("invalid", "no file sent", { message: { key: "imports:error.noFile" } });
    const { id } = await openImport(ctx, { owner, file: { storageKey, ...file } });
    if (wantsJson) return Response.json({ ok: true, id }, { status: 201 });
    return redirectWithToast(`${base}/${id}`, { message: "imports:done.uploaded" });
  } catch (error) {
    if (wantsJson || !isAppError(error)) throw error;
    const { key: message, params } = error.userMessage;
    return redirectWithToast(base, { tone: "danger", message, ...(params ? { params } : {}) });
  }
}

/** What the page of an import shows. @throws AppError `not_found` */
export async function importPage(
  ctx: Ctx,
  request: Request,
  { owner, importId }: { owner: ImportOwner; importId: string | undefined },
) {
  const detail = await importDetail(ctx, { owner, importId });
  const params = new URL(request.url).searchParams;
  const listed = ["READY", "APPLIED", "UNDONE"].includes(detail.status);
  const rows = listed
    ? await importRows(ctx, {
        ...{ owner, importId: detail.id, outcome: readOutcome(params), cursor: params.get("cursor") },
      })
    : { rows: [], next: null };
  const figured = detail.status === "APPLIED" && detail.grain !== "order";
  return { detail, rows, figures: figured ? await importFigures(ctx, { owner, importId: detail.id }) : null };
}

const intentSchema = z.discriminatedUnion("intent", [
  answerFields.extend({ intent: z.literal("answer") }),
  undoSchema.extend({ intent: z.literal("undo") }),
  z.object({ intent: z.literal("forget"), field: z.string().max(60) }),
  z.object({ intent: z.literal("confirm"), backward: z.enum(["keep", "take"]).default("keep") }),
  z.object({ intent: z.enum(["cancel", "resume"]) }),
]);

const DONE = {
  answer: "imports:done.answered",
  forget: "imports:done.forgotten",
  undo: "imports:done.undoing",
  confirm: "imports:done.confirmed",
  cancel: "imports:done.cancelled",
  resume: "imports:done.resumed",
} as const;

/** Answers the forms of an import's page. */
export function decideImport(
  ctx: Ctx,
  request: Request,
  { owner, importId, base }: { owner: ImportOwner; importId: string | undefined; base: string },
) {
  if (!isId(importId)) throw new AppError("not_found", "not the id of an import");
  const it = { owner, importId };
  return formAction(request, intentSchema, async (input) => {
    if (input.intent === "answer") await answerImport(ctx, { ...it, answer: answersWhole(input) });
    else if (input.intent === "forget") await forgetColumn(ctx, { ...it, field: input.field });
    else if (input.intent === "undo") await undoImport(ctx, { ...it, reason: input.reason });
    else if (input.intent === "confirm") {
      await confirmImport(ctx, { ...it, takesBack: input.backward === "take" });
    } else if (input.intent === "cancel") await cancelImport(ctx, it);
    else await resumeImport(ctx, it);
    return redirectWithToast(`${base}/${importId}`, { message: DONE[input.intent] });
  });
}
