import type { Ctx } from "~/platform/context.server";
import { openPicture } from "~/platform/media.server";
import { conversionEvidence } from "./queries/conversion-evidence.server";

/** Answers the photo of an order's evidence, to those who may read the order: never from a public address. */
export async function evidenceResponse(
  ctx: Ctx,
  input: { institution: { id: string; regionId: string }; conversionId: string },
): Promise<Response> {
  const { storageKey } = await conversionEvidence(ctx, input);
  const at = storageKey.lastIndexOf("/");
  return openPicture(storageKey.slice(0, at), storageKey.slice(at + 1));
}
