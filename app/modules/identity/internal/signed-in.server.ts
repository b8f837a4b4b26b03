import { AppError } from "~/kernel/app-error";
import type { Actor } from "~/kernel/policy";
import type { Ctx } from "~/platform/context.server";

/** The person who acts. @throws AppError `unauthenticated` for keys, the system and nobody. */
export function signedInUser(ctx: Ctx): Extract<Actor, { kind: "user" }> {
  if (ctx.actor.kind === "user") return ctx.actor;
  throw new AppError("unauthenticated", "a signed-in person is needed");
}
