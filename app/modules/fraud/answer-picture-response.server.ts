import type { Ctx } from "~/platform/context.server";
import { openPicture } from "~/platform/media.server";
import { answerPicture } from "./queries/answer-picture.server";

/** Answers the picture of an answer, to those who may see it: never from a public address. */
export async function answerPictureResponse(
  ctx: Ctx,
  input: { messageId: string; by: { institutionId: string } | { claimId: string } },
): Promise<Response> {
  const { storageKey, width } = await answerPicture(ctx, input);
  return openPicture(storageKey, `${width}.jpg`);
}
