import { z } from "zod";
import { AppError, type Translate } from "~/kernel/app-error";
import { systemContext } from "~/modules/identity/context.server";
import { REQUEST_ID_HEADER } from "~/modules/identity/request-context.server";
import { readBytes } from "~/platform/http/body.server";
import { clientKey } from "~/platform/http/client.server";
import { problemResponse } from "~/platform/http/problem.server";
import { methodNotAllowed } from "./api.server";
import { noteWooCall } from "./commands/note-woo-call.server";
import { receiveWooDelivery } from "./commands/receive-woo-delivery.server";
import { decodeText, parseJson } from "./conversion-request.server";
import { throttleSource } from "./internal/source-throttle.server";
import { hashDelivery, isSigned } from "./internal/woo-secret.server";
import { wooEndpoint } from "./queries/woo-endpoint.server";
import { readWooDelivery, WOO_TOPICS, type WooTopic } from "./woocommerce";

/** Orders with hundreds of lines fit; so much is read before the signature is looked at. */
const MAX_BODY_BYTES = 512 * 1024;
/** What WooCommerce sends when a webhook is saved: unsigned, and nothing but its number. */
const PING = /^webhook_id=\d{1,20}$/;

/**
 * `POST /api/v1/webhooks/woocommerce/:endpointId`. The signature is checked over the raw bytes before anything is
 * read. 2xx only when the delivery is written down; WooCommerce switches a webhook off after five other answers in
 * a row, and sends nothing twice by itself.
 */
export async function wooWebhook(request: Request, endpointId: string, t: Translate): Promise<Response> {
  try {
    if (request.method !== "POST") return methodNotAllowed(t, "POST");
    return await delivered(request, endpointId, t);
  } catch (error) {
    return problemResponse(error, t, request.headers.get(REQUEST_ID_HEADER) ?? undefined);
  }
}

async function delivered(request: Request, endpointId: string, t: Translate): Promise<Response> {
  const ctx = systemContext("woocommerce", {
    requestId: request.headers.get(REQUEST_ID_HEADER) ?? undefined,
  });
  const endpoint = z.uuid().safeParse(endpointId).success ? await wooEndpoint(ctx, endpointId) : null;
  if (!endpoint) {
    // Whoever guesses at addresses is slowed down; a shop's own server never comes here.
    await throttleSource("address", clientKey(request));
    throw refused("not_found", "wooAddress");
  }
  await throttleSource("endpoint", endpoint.id);
  if (endpoint.disabled) throw refused("gone", "wooOff");
  const body = await readBytes(request, MAX_BODY_BYTES);
  const signature = request.headers.get("X-WC-Webhook-Signature");
  if (signature === null && PING.test(body.toString("latin1", 0, 40)) && body.length <= 40) {
    await noteWooCall(ctx, endpoint.id, "ping");
    return Response.json({ ping: true }, { headers: { "Cache-Control": "no-store" } });
  }
  if (signature === null || !isSigned(body, signature.trim(), endpoint.sealedSecrets)) {
    await noteWooCall(ctx, endpoint.id, "unsigned");
    throw refused("unauthenticated", "wooSignature");
  }
  const done = await receiveWooDelivery(ctx, {
    endpoint,
    topic: topicOf(request),
    deliveryId: deliveryIdOf(request),
    bodyHash: hashDelivery(endpoint.id, body),
    reading: readWooDelivery(topicOf(request), parseJson(decodeText(body))),
  });
  if (done.outcome === "REFUSED") {
    const message = done.reason ?? { key: "ui:errors.invalid" };
    throw new AppError("invalid", `delivery of order ${done.orderId ?? "?"} refused: ${message.key}`, {
      message,
    });
  }
  const note = done.reason ? { note: t(done.reason.key, done.reason.params) } : {};
  const answer = { stored: true, counted: done.outcome === "STORED", order: done.orderId, ...note };
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
}

function topicOf(request: Request): WooTopic {
  const said = request.headers.get("X-WC-Webhook-Topic");
  const topic = WOO_TOPICS.find((each) => each === said);
  if (!topic) throw refused("invalid", "wooTopic");
  return topic;
}

function deliveryIdOf(request: Request): string {
  const id = request.headers.get("X-WC-Webhook-Delivery-ID")?.trim() ?? "";
  if (id === "" || id.length > 200) throw refused("malformed", "wooDeliveryId");
  return id;
}

function refused(
  code: "not_found" | "gone" | "unauthenticated" | "invalid" | "malformed",
  key: string,
): AppError {
  return new AppError(code, `woocommerce: ${key}`, { message: { key: `tracking:sources.error.${key}` } });
}
