import type { Action } from "~/kernel/policy";

/**
 * Who may open a route: everybody, only those who are not signed in (they are sent on otherwise), or whoever may do
 * the action. Every route declares it in its `handle`; an architecture test opens each as each role.
 */
export type RouteAccess = "public" | "anonymous-only" | Action;

export type RouteHandle = { access: RouteAccess };
