import { redirect } from "@remix-run/node";
import type { Action, Actor, Resource } from "~/kernel/policy";
import type { Ctx } from "~/platform/context.server";
import { touchSession } from "./commands/touch-session.server";
import { contextOf } from "./context.server";
import { liveSession } from "./queries/session-actor.server";
import { readSessionToken } from "./session-cookie.server";

/** Id given to the request by the web server, for the log and for the person who reports a fault. */
export const REQUEST_ID_HEADER = "x-request-id";

const actors = new WeakMap<Request, Promise<Actor>>();

async function actorOf(request: Request): Promise<Actor> {
  const token = readSessionToken(request);
  if (!token) return { kind: "anonymous" };
  const now = new Date();
  const session = await liveSession(token, now);
  if (!session) return { kind: "anonymous" };
  await touchSession(session, now);
  return session.actor;
}

/**
 * The context of a browser's request, signed in or not. Loaders of one page load share their Request only in part,
 * so the session is looked up at most once per Request object.
 */
export async function contextFor(request: Request): Promise<Ctx> {
  let actor = actors.get(request);
  if (!actor) {
    actor = actorOf(request);
    actors.set(request, actor);
  }
  const requestId = request.headers.get(REQUEST_ID_HEADER) ?? undefined;
  return contextOf(await actor, { requestId });
}

/** The page that a person is brought back to after signing in: this one, without Remix's own suffixes. */
function returnPath(request: Request): string {
  const url = new URL(request.url);
  if (request.method !== "GET") return "/";
  url.searchParams.delete("_routes");
  const path = url.pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");
  return path + url.search;
}

/**
 * The context of a person who may do the action. Somebody who is not signed in is sent to the sign-in page and comes
 * back after it.
 * @throws a redirect Response; AppError `forbidden`.
 */
export async function requireContext(request: Request, action: Action, resource?: Resource): Promise<Ctx> {
  const ctx = await contextFor(request);
  if (ctx.actor.kind === "anonymous") {
    throw redirect(`/masuk?ke=${encodeURIComponent(returnPath(request))}`);
  }
  ctx.authorize(action, resource);
  return ctx;
}
