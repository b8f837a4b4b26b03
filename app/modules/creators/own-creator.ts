import { AppError } from "~/kernel/app-error";
import type { Actor } from "~/kernel/policy";

/**
 * The profile of the person who acts.
 * @throws AppError `forbidden` for everybody who is not an influencer.
 */
export function ownCreatorId(actor: Actor): string {
  if (actor.kind === "user" && actor.creatorId !== null) return actor.creatorId;
  throw new AppError("forbidden", "the actor has no influencer profile", {
    message: { key: "creators:error.noProfile" },
  });
}
