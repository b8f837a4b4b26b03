import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import type { ReportScope } from "./report-scope";

/** The scope of the influencer who asks. @throws AppError `forbidden` for an actor without a profile. */
export function ownReportScope(ctx: Ctx): Extract<ReportScope, { kind: "creator" }> {
  const creatorId = ctx.actor.kind === "user" ? ctx.actor.creatorId : null;
  if (!creatorId) throw new AppError("forbidden", "an own report needs an influencer's profile");
  return { kind: "creator", creatorId };
}
