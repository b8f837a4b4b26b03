import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import type { ImportOwner } from "./owner";

/** The influencer who asks, as the owner of reports. @throws AppError `forbidden` for anybody else */
export function ownImports({ actor }: Ctx): ImportOwner {
  if (actor.kind !== "user" || actor.creatorId === null) {
    throw new AppError("forbidden", "own reports belong to influencers");
  }
  return { kind: "creator", id: actor.creatorId };
}
