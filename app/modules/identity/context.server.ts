import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { type Actor, isAllowed, visibility } from "~/kernel/policy";
import { type Clock, systemClock } from "~/platform/clock.server";
import type { Ctx } from "~/platform/context.server";
import { type Db, db } from "~/platform/db.server";
import { type Logger, log } from "~/platform/log.server";
import { POLICY } from "./policy";

type ContextParts = { db?: Db; clock?: Clock; log?: Logger; requestId?: string };

/** Makes the context of an actor: the one place where the policy table meets commands and queries. */
export function contextOf(actor: Actor, parts: ContextParts = {}): Ctx {
  const requestId = parts.requestId ?? newId();
  return {
    actor,
    db: parts.db ?? db(),
    clock: parts.clock ?? systemClock,
    log: parts.log ?? log().child({ requestId }),
    requestId,
    can: (action, resource) => isAllowed(POLICY, actor, action, resource),
    authorize(action, resource) {
      if (isAllowed(POLICY, actor, action, resource)) return;
      if (actor.kind === "anonymous")
        throw new AppError("unauthenticated", `${action} needs a signed-in person`);
      throw new AppError("forbidden", `${action} refused`);
    },
    visible(action) {
      const rows = visibility(POLICY, actor, action);
      if (rows) return rows;
      if (actor.kind === "anonymous")
        throw new AppError("unauthenticated", `${action} needs a signed-in person`);
      throw new AppError("forbidden", `${action} refused`);
    },
  };
}

/** The context of the worker and of the command line, which may do everything. */
export function systemContext(name: string, parts: ContextParts = {}): Ctx {
  return contextOf({ kind: "system", name }, parts);
}
