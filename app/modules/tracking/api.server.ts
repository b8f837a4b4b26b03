import { AppError, type Translate } from "~/kernel/app-error";
import { requireApiKey } from "~/modules/identity/api-key-context.server";
import { contextFor, REQUEST_ID_HEADER } from "~/modules/identity/request-context.server";
import { problemResponse } from "~/platform/http/problem.server";
import { receiveConversion } from "./commands/receive-conversion.server";
import { readConversionRequest } from "./conversion-request.server";
import { readIdempotencyKey } from "./idempotency-key";
import { throttleApiKey } from "./internal/api-throttle.server";
import { linkStats, readStatsPeriod } from "./queries/link-stats.server";

/** Runs an API handler and turns what it throws into problem+json. */
async function answered(request: Request, t: Translate, run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    return problemResponse(error, t, request.headers.get(REQUEST_ID_HEADER) ?? undefined);
  }
}

const JSON_HEADERS = { "Cache-Control": "no-store" };

/** `POST /api/v1/conversions`. */
export function postConversion(request: Request, t: Translate): Promise<Response> {
  return answered(request, t, async () => {
    if (request.method !== "POST") return methodNotAllowed(t, "POST");
    const ctx = await requireApiKey(request, "conversions:write");
    await throttleApiKey(ctx.actor.apiKeyId);
    const idempotencyKey = readIdempotencyKey(request.headers.get("Idempotency-Key"));
    const body = await readConversionRequest(request);
    const answer = await receiveConversion(ctx, { request: body, idempotencyKey });
    return Response.json(answer.body, { status: answer.status, headers: JSON_HEADERS });
  });
}

/** `GET /api/v1/links/CODE/stats?from&to`: with an API key, or signed in. */
export function getLinkStats(request: Request, code: string, t: Translate): Promise<Response> {
  return answered(request, t, async () => {
    const hasKey = request.headers.has("Authorization");
    const ctx = hasKey ? await requireApiKey(request, "stats:read") : await contextFor(request);
    if (ctx.actor.kind === "apiKey") await throttleApiKey(ctx.actor.apiKeyId);
    if (ctx.actor.kind === "anonymous") throw new AppError("unauthenticated", "stats need a key or a person");
    const { searchParams } = new URL(request.url);
    const stats = await linkStats(ctx, { code, ...readStatsPeriod(searchParams) });
    return Response.json(stats, { headers: JSON_HEADERS });
  });
}

/** Answers a method that an address does not have. */
export function methodNotAllowed(t: Translate, allow: string): Response {
  const detail = t("tracking:error.methodNotAllowed");
  const body = { type: "about:blank", title: "method_not_allowed", status: 405, detail };
  return new Response(JSON.stringify(body), {
    status: 405,
    headers: { "Content-Type": "application/problem+json", Allow: allow, ...JSON_HEADERS },
  });
}
