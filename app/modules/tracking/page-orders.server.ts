import { createHash } from "node:crypto";
import script from "virtual:page-script";
import type { z } from "zod";
import { AppError, isAppError, type Translate, type UserMessage } from "~/kernel/app-error";
import { systemContext } from "~/modules/identity/context.server";
import { REQUEST_ID_HEADER } from "~/modules/identity/request-context.server";
import type { Ctx } from "~/platform/context.server";
import { readBytes } from "~/platform/http/body.server";
import { clientKey } from "~/platform/http/client.server";
import { problemResponse } from "~/platform/http/problem.server";
import { methodNotAllowed } from "./api.server";
import { notePageReport } from "./commands/note-page-report.server";
import { receivePageOrder } from "./commands/receive-page-order.server";
import { decodeText, parseJson } from "./conversion-request.server";
import { reasonOf } from "./internal/refusal-reason";
import { throttleSource } from "./internal/source-throttle.server";
import { pageOrderSchema, pageTestSchema } from "./page-order.schemas";
import { siteByKey } from "./queries/site-by-key.server";

const MAX_BODY_BYTES = 8 * 1024;
/** An hour: a mended script is everywhere soon, and a shop's pages ask for it once. */
const SCRIPT_CACHE = "public, max-age=3600";
const etag = `"${createHash("sha256").update(script).digest("base64url").slice(0, 22)}"`;
/** The smallest transparent picture. */
const GIF = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

/**
 * Which origins may report is decided here, by the list of the key, so every page may read the answer: whoever sets a
 * shop up sees what is wrong. No cookie is sent or heard.
 */
const OPEN = { "Access-Control-Allow-Origin": "*" };

/** `GET /t.js`. */
export function pageScript(request: Request): Response {
  const headers = {
    ...OPEN,
    "Content-Type": "text/javascript; charset=utf-8",
    "Cache-Control": SCRIPT_CACHE,
    ETag: etag,
  };
  const known = request.headers.get("If-None-Match")?.includes(etag.slice(1, -1)) ?? false;
  return known ? new Response(null, { status: 304, headers }) : new Response(script, { headers });
}

/** `POST /api/v1/page-orders` and its preflight. */
export async function pageOrders(request: Request, t: Translate): Promise<Response> {
  if (request.method === "OPTIONS") {
    const allowed = {
      "Access-Control-Allow-Methods": "POST",
      "Access-Control-Allow-Headers": "Content-Type",
    };
    return new Response(null, {
      status: 204,
      headers: { ...OPEN, ...allowed, "Access-Control-Max-Age": "86400" },
    });
  }
  const answer = request.method === "POST" ? await taken(request, t) : methodNotAllowed(t, "POST, OPTIONS");
  for (const [name, value] of Object.entries(OPEN)) answer.headers.set(name, value);
  return answer;
}

async function taken(request: Request, t: Translate): Promise<Response> {
  try {
    await throttleSource("address", clientKey(request));
    const said = parseJson(decodeText(await readBytes(request, MAX_BODY_BYTES)));
    await take(request, said);
    return Response.json({ stored: true }, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    return problemResponse(error, t, request.headers.get(REQUEST_ID_HEADER) ?? undefined);
  }
}

/** `GET /t.gif`: a picture whatever happens; its status and a header tell what became of the order. */
export async function pagePicture(request: Request): Promise<Response> {
  const headers = { ...OPEN, "Content-Type": "image/gif", "Cache-Control": "no-store" };
  const picture = (status: number, more: Record<string, string> = {}) =>
    new Response(new Uint8Array(GIF), { status, headers: { ...headers, ...more } });
  if (request.method !== "GET") return picture(405, { Allow: "GET" });
  try {
    await throttleSource("address", clientKey(request));
    await take(request, Object.fromEntries(new URL(request.url).searchParams));
    return picture(200);
  } catch (error) {
    if (!isAppError(error)) throw error;
    const reason = reasonOf(error).key.replace(/^.*[:.]/, "");
    return picture(error.status, { "Gaung-Refused": `${error.code} ${reason}` });
  }
}

async function take(request: Request, said: unknown): Promise<void> {
  const ctx = systemContext("page", { requestId: request.headers.get(REQUEST_ID_HEADER) ?? undefined });
  const isTest = typeof said === "object" && said !== null && "test" in said;
  const order = isTest ? parsed(pageTestSchema, said) : parsed(pageOrderSchema, said);
  const site = await siteByKey(ctx, order.institution);
  await throttleSource("siteKey", order.institution);
  const { institution } = site;
  const origin = pageOf(request);
  try {
    if (origin === null || !site.origins.includes(origin)) throw notListed(origin);
    if (!("test" in order)) await receivePageOrder(ctx, { institution, order });
  } catch (error) {
    if (isAppError(error)) await noteRefusal(ctx, institution.id, origin, error);
    throw error;
  }
  const what = "test" in order ? "test" : "order";
  await notePageReport(ctx, { institutionId: institution.id, origin, what });
}

async function noteRefusal(ctx: Ctx, institutionId: string, origin: string | null, error: AppError) {
  await notePageReport(ctx, { institutionId, origin, refusal: reasonOf(error) });
}

function parsed<Schema extends z.ZodType>(schema: Schema, said: unknown): z.output<Schema> {
  const result = schema.safeParse(said);
  if (result.success) return result.data;
  const fields: Record<string, UserMessage[]> = {};
  for (const issue of result.error.issues) {
    if (issue.code === "unrecognized_keys") {
      for (const field of issue.keys) {
        const name = field.slice(0, 60);
        fields[name] = [{ key: "tracking:sources.error.unknownField", params: { field: name } }];
      }
      continue;
    }
    const path = issue.path.join(".");
    const key = issue.message.startsWith("tracking:") ? issue.message : "ui:field.invalid";
    fields[path] = [...(fields[path] ?? []), { key }];
  }
  throw new AppError("invalid", "page order has faulty fields", { fields });
}

/** Where the reporting page stands, as its browser says; null where it does not say. */
function pageOf(request: Request): string | null {
  const origin = request.headers.get("Origin");
  if (origin !== null) return URL.canParse(origin) ? new URL(origin).origin : null;
  const referrer = request.headers.get("Referer");
  return referrer !== null && URL.canParse(referrer) ? new URL(referrer).origin : null;
}

function notListed(origin: string | null): AppError {
  const message = origin
    ? { key: "tracking:sources.error.originUnknown", params: { origin: origin.slice(0, 200) } }
    : { key: "tracking:sources.error.originMissing" };
  return new AppError("forbidden", "page is not on the list of its key", { message });
}
