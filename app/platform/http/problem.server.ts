import { type AppError, isAppError, type Translate } from "~/kernel/app-error";
import { log } from "../log.server";

/** An API's answer to a fault: RFC 9457 `application/problem+json`. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId?: string;
  errors?: { path: string; message: string }[];
};

function fieldErrors(error: AppError, t: Translate): Problem["errors"] {
  const entries = Object.entries(error.fields);
  if (entries.length === 0) return undefined;
  return entries.flatMap(([path, messages]) =>
    messages.map((message) => ({ path, message: t(message.key, message.params) })),
  );
}

/** Describes an error for an API. Anything that is not an AppError is logged and shown as `internal`, without detail. */
export function toProblem(error: unknown, t: Translate, requestId?: string): Problem {
  if (!isAppError(error)) {
    log().error({ err: error, requestId }, "request failed");
    return problem("internal", 500, t("ui:errors.internal"), requestId);
  }
  const detail = t(error.userMessage.key, error.userMessage.params);
  const errors = fieldErrors(error, t);
  return { ...problem(error.code, error.status, detail, requestId), ...(errors ? { errors } : {}) };
}

function problem(code: string, status: number, detail: string, requestId: string | undefined): Problem {
  return { type: "about:blank", title: code, status, detail, code, ...(requestId ? { requestId } : {}) };
}

/** The HTTP answer for {@link toProblem}. */
export function problemResponse(error: unknown, t: Translate, requestId?: string): Response {
  const body = toProblem(error, t, requestId);
  const headers = new Headers({ "Content-Type": "application/problem+json", "Cache-Control": "no-store" });
  if (isAppError(error) && error.retryAfterSeconds)
    headers.set("Retry-After", String(error.retryAfterSeconds));
  if (body.status === 401) headers.set("WWW-Authenticate", 'Bearer realm="gaung"');
  return new Response(JSON.stringify(body), { status: body.status, headers });
}
