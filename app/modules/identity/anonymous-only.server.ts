import { redirect } from "@remix-run/node";
import type { Ctx } from "~/platform/context.server";
import { contextFor } from "./request-context.server";

/** Where a signed-in person begins; the route sends each role to its own dashboard. */
export const HOME = "/dasbor";

/**
 * The context of a page for those who are not signed in (signing in, registering).
 * @throws a redirect Response to `to` for those who are.
 */
export async function requireAnonymous(request: Request, to = HOME): Promise<Ctx> {
  const ctx = await contextFor(request);
  if (ctx.actor.kind === "user") throw redirect(to);
  return ctx;
}
