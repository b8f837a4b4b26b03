import type { Ctx } from "~/platform/context.server";
import type { StoredReason } from "../delivery";

export type PageReportNote = {
  institutionId: string;
  /** Where the page stands; null: the browser did not say. */
  origin: string | null;
} & ({ what: "order" | "test" } | { refusal: StoredReason });

/** Remembers when a page was last heard, and why it was last refused, for the officers' page. */
export async function notePageReport(ctx: Ctx, note: PageReportNote): Promise<void> {
  const at = ctx.clock.now();
  const origin = note.origin?.slice(0, 200) ?? null;
  await ctx.db.siteKey.updateMany({
    where: { institutionId: note.institutionId },
    data:
      "what" in note
        ? { seenAt: at, seenOrigin: origin, seenWhat: note.what }
        : { refusedAt: at, refusedOrigin: origin, refusal: note.refusal },
  });
}
