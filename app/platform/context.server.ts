import type { Action, Actor, Resource, Visibility } from "~/kernel/policy";
import type { Clock } from "./clock.server";
import type { Db } from "./db.server";
import type { Logger } from "./log.server";

/** What every command and query is given. */
export type Ctx = {
  actor: Actor;
  db: Db;
  clock: Clock;
  log: Logger;
  requestId: string;
  /** Whether the actor may; for showing or hiding a button. */
  can(action: Action, resource?: Resource): boolean;
  /** @throws AppError `unauthenticated` or `forbidden`. */
  authorize(action: Action, resource?: Resource): void;
  /** The rows of a list that the actor may act on so. @throws AppError when there can be none. */
  visible(action: Action): Visibility;
};
