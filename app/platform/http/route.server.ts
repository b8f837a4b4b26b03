import { type AppError, isAppError, type UserMessage } from "~/kernel/app-error";

/** What an error boundary finds in `error.data` when a loader or action refused. */
export type RouteRefusal = { code: AppError["code"]; message: UserMessage; retryAfterSeconds?: number };

/** The Response for an AppError: status by its code, and the message key for the error boundary to translate. */
export function refusalResponse(error: AppError): Response {
  const body: RouteRefusal = { code: error.code, message: error.userMessage };
  if (error.retryAfterSeconds !== undefined) body.retryAfterSeconds = error.retryAfterSeconds;
  const headers: Record<string, string> = { "Cache-Control": "no-store" };
  if (error.retryAfterSeconds !== undefined)
    headers["Retry-After"] = String(Math.ceil(error.retryAfterSeconds));
  return Response.json(body, { status: error.status, headers });
}

/** Throws an AppError on as a Response, so that Remix answers with its status; anything else as it is. */
export function throwAsResponse(error: unknown): never {
  if (isAppError(error)) throw refusalResponse(error);
  throw error;
}

/**
 * Wraps a loader or action: an AppError thrown inside becomes a Response with its status, which the nearest error
 * boundary shows. `export const loader = guarded(async ({ request }: LoaderFunctionArgs) => …)`.
 */
export function guarded<Args, Result>(run: (args: Args) => Promise<Result>): (args: Args) => Promise<Result> {
  return async (args) => {
    try {
      return await run(args);
    } catch (error) {
      return throwAsResponse(error);
    }
  };
}
