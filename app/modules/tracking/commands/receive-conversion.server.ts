import { AppError } from "~/kernel/app-error";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { sha256 } from "~/platform/secrets.server";
import { inTransaction } from "~/platform/transaction.server";
import { hashBuyer } from "../buyer-hash.server";
import type { ConversionRequest } from "../conversion.schemas";
import type { OrderItem } from "../order-report";
import { type RecordedConversion, recordConversion } from "./record-conversion.server";

/** What the API answers for a conversion. */
export type ConversionAnswer = {
  id: string;
  source: string;
  orderId: string;
  status: string;
  amountRupiah: number;
  refundedRupiah: number;
  commissionRupiah: number;
  occurredAt: string;
  attribution: { reason: string; claimId: string | null; linkCode: string | null };
};

export type Answer = { status: 200 | 201; body: ConversionAnswer };

type Input = { request: ConversionRequest; idempotencyKey: string | null };

/**
 * Takes a conversion from a shop's server. With an Idempotency-Key the answer is stored in the same transaction as the
 * order: the same request again gets the same answer, whatever has happened to the order since. A request that was
 * refused leaves nothing behind, and its key may be used again.
 * @throws AppError `invalid` for a key used with another body, `conflict` while the same key is at work.
 */
export async function receiveConversion(ctx: Ctx, input: Input): Promise<Answer> {
  const { actor } = ctx;
  if (actor.kind !== "apiKey") throw new AppError("unauthenticated", "conversions come with an API key");
  ctx.authorize("conversion.record", { institutionId: actor.institutionId });
  return inTransaction(ctx, async (tx, inner) => {
    const key = input.idempotencyKey;
    if (key === null) return answer(inner, tx, actor.institutionId, input.request);
    await claimKey(tx, actor.apiKeyId, key);
    const requestHash = sha256(JSON.stringify(input.request));
    const stored = await storedAnswer(tx, actor.apiKeyId, key, requestHash);
    if (stored) return stored;
    const fresh = await answer(inner, tx, actor.institutionId, input.request);
    await tx.idempotencyKey.create({
      data: { apiKeyId: actor.apiKeyId, key, requestHash, ...fresh, createdAt: ctx.clock.now() },
    });
    return fresh;
  });
}

/** The draft wants a second request to be refused, not to wait, while the first is at work. */
async function claimKey(tx: Tx, apiKeyId: string, key: string): Promise<void> {
  const [lock] = await tx.$queryRaw<{ taken: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`idempotency:${apiKeyId}:${key}`}, 0)) AS taken`;
  if (lock?.taken) return;
  throw new AppError("conflict", "a request with this Idempotency-Key is at work", {
    message: { key: "tracking:error.keyBusy" },
    retryAfterSeconds: 1,
  });
}

async function storedAnswer(
  tx: Tx,
  apiKeyId: string,
  key: string,
  requestHash: string,
): Promise<Answer | null> {
  const row = await tx.idempotencyKey.findUnique({ where: { apiKeyId_key: { apiKeyId, key } } });
  if (!row) return null;
  if (row.requestHash !== requestHash) {
    throw new AppError("invalid", "Idempotency-Key was used for another request", {
      message: { key: "tracking:error.keyReused" },
    });
  }
  return { status: row.status === 201 ? 201 : 200, body: row.body as ConversionAnswer };
}

async function answer(ctx: Ctx, tx: Tx, institutionId: string, request: ConversionRequest): Promise<Answer> {
  const institution = await tx.institution.findUniqueOrThrow({
    where: { id: institutionId },
    select: { id: true, regionId: true },
  });
  const { clickId, couponCode, occurredAt, refunded, channel, buyer, items } = request;
  const conversion = await recordConversion(ctx, {
    institution,
    source: request.source,
    orderId: request.orderId,
    amountRupiah: BigInt(request.amountRupiah),
    status: request.status,
    ...(occurredAt === undefined ? {} : { occurredAt: new Date(occurredAt) }),
    ...(couponCode === undefined ? {} : { couponCode }),
    clickTokens: clickId === undefined ? [] : [clickId].flat(),
    ...(refunded === undefined ? {} : { refundedRupiah: BigInt(refunded) }),
    ...(channel === undefined ? {} : { channel }),
    ...(buyer === undefined ? {} : { buyerHash: hashBuyer(institutionId, buyer) }),
    ...(items === undefined ? {} : { items: items.map(itemOf) }),
  });
  return {
    status: conversion.change === "created" ? 201 : 200,
    body: await bodyOf(tx, conversion),
  };
}

function itemOf(
  { key, name, sku, quantity, amountRupiah }: NonNullable<ConversionRequest["items"]>[number],
  index: number,
): OrderItem {
  return {
    key: key ?? String(index + 1),
    ...{ name, sku: sku ?? null, quantity, amountRupiah: BigInt(amountRupiah) },
  };
}

async function bodyOf(tx: Tx, conversion: RecordedConversion): Promise<ConversionAnswer> {
  const link = conversion.linkId
    ? await tx.referralLink.findUnique({ where: { id: conversion.linkId }, select: { code: true } })
    : null;
  return {
    id: conversion.id,
    source: conversion.source.toLowerCase(),
    orderId: conversion.orderId,
    status: conversion.status.toLowerCase(),
    amountRupiah: Number(conversion.amountRupiah),
    refundedRupiah: Number(conversion.refundedRupiah),
    commissionRupiah: Number(conversion.commissionRupiah),
    occurredAt: conversion.occurredAt.toISOString(),
    attribution: {
      reason: conversion.reason,
      claimId: conversion.claimId,
      linkCode: link?.code ?? null,
    },
  };
}
