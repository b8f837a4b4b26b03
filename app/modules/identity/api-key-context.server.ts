import { AppError } from "~/kernel/app-error";
import type { Actor } from "~/kernel/policy";
import type { Ctx } from "~/platform/context.server";
import { touchApiKey } from "./commands/touch-api-key.server";
import { contextOf } from "./context.server";
import type { ApiScope } from "./identity.schemas";
import { apiKeyActor } from "./queries/api-key-actor.server";
import { REQUEST_ID_HEADER } from "./request-context.server";

/** A context whose actor is known to be a key: routes need its institution. */
export type ApiKeyCtx = Ctx & { actor: Extract<Actor, { kind: "apiKey" }> };

/**
 * The context of an API call: the key of its `Authorization: Bearer` header, which must have the scope.
 * @throws AppError `unauthenticated` without a live key; `forbidden` without the scope.
 */
export async function requireApiKey(request: Request, scope: ApiScope): Promise<ApiKeyCtx> {
  const bearer = /^Bearer +(\S+) *$/i.exec(request.headers.get("Authorization") ?? "")?.[1];
  const live = bearer ? await apiKeyActor(bearer) : null;
  if (!live) {
    throw new AppError("unauthenticated", "no live API key", {
      message: { key: "identity:error.apiKeyUnknown" },
    });
  }
  const { actor, lastUsedAt } = live;
  if (!actor.scopes.includes(scope)) {
    throw new AppError("forbidden", `API key ${actor.apiKeyId} lacks ${scope}`, {
      message: { key: "identity:error.apiKeyScope", params: { scope } },
    });
  }
  await touchApiKey({ apiKeyId: actor.apiKeyId, lastUsedAt }, new Date());
  const requestId = request.headers.get(REQUEST_ID_HEADER) ?? undefined;
  return { ...contextOf(actor, { requestId }), actor };
}
