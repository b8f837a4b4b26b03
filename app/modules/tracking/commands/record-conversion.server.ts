import { AppError } from "~/kernel/app-error";
import { newId } from "~/kernel/id";
import { commissionFor } from "~/modules/campaigns/campaign";
import { actorId, audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { type AttributionReason, attribute, CLOCK_TOLERANCE_MS } from "../attribution";
import { moveOf } from "../conversion";
import { writeLine } from "../internal/conversion-ledger.server";
import { gatherEvidence } from "../internal/gather-evidence.server";
import {
  type API_SOURCES,
  type ConversionSource,
  type ConversionStatus,
  gradeOf,
  numberSpaceOf,
  type SaleChannel,
} from "../order-report";

export type RecordConversionInput = {
  institution: { id: string; regionId: string };
  source: (typeof API_SOURCES)[number];
  orderId: string;
  amountRupiah: bigint;
  status: ConversionStatus;
  occurredAt?: Date;
  couponCode?: string;
  /** The signed click marks that came with the order. */
  clickTokens?: readonly string[];
  note?: string;
  /** Storage key of the evidence's picture: of the one rendition that is shown. */
  evidenceKey?: string;
};

export type RecordedConversion = {
  id: string;
  orderId: string;
  source: ConversionSource;
  status: ConversionStatus;
  amountRupiah: bigint;
  commissionRupiah: bigint;
  occurredAt: Date;
  linkId: string | null;
  claimId: string | null;
  reason: AttributionReason;
  /** What this call did: made the order, moved it on, or found nothing to change. */
  change: "created" | "moved" | "none";
};

/**
 * Takes an order, or a new state of one that is known by its institution, source and number. Who is credited is
 * decided once, when the order is new, and stored with its reason. The same call again changes nothing.
 * @throws AppError `forbidden`; `conflict` for another amount or a state that lies behind the order's own; `invalid`
 * for a time that is yet to come.
 */
export async function recordConversion(ctx: Ctx, input: RecordConversionInput): Promise<RecordedConversion> {
  const { institution, source, orderId } = input;
  ctx.authorize("conversion.record", { institutionId: institution.id, regionId: institution.regionId });
  return inTransaction(ctx, async (tx, inner) => {
    // One at a time for each order: the second of two calls sees what the first one wrote.
    const key = `conversion:${institution.id}:${source}:${orderId}`;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
    const known = await tx.conversion.findUnique({
      where: {
        institutionId_numberSpace_orderId: {
          institutionId: institution.id,
          numberSpace: numberSpaceOf(source),
          orderId,
        },
      },
    });
    return known ? moveOrder(inner, tx, known, input) : createOrder(inner, tx, input);
  });
}

function channelOf(source: (typeof API_SOURCES)[number]): SaleChannel {
  return source === "API" ? "OWN" : source;
}

type Row = NonNullable<Awaited<ReturnType<Tx["conversion"]["findUnique"]>>>;

function recorded(row: Row, change: RecordedConversion["change"]): RecordedConversion {
  const { id, orderId, source, status, amountRupiah, commissionRupiah, occurredAt, linkId, claimId } = row;
  const reason = row.attributionReason as AttributionReason;
  return {
    ...{ id, orderId, source, status, amountRupiah, commissionRupiah, occurredAt, linkId, claimId },
    reason,
    change,
  };
}

async function createOrder(ctx: Ctx, tx: Tx, input: RecordConversionInput): Promise<RecordedConversion> {
  const now = ctx.clock.now();
  const occurredAt = input.occurredAt ?? now;
  if (occurredAt.getTime() > now.getTime() + CLOCK_TOLERANCE_MS) {
    const message = { key: "tracking:error.occurredAt" };
    throw new AppError("invalid", "the order lies in the future", { fields: { occurredAt: [message] } });
  }
  const { evidence, briefs } = await gatherEvidence(tx, {
    institutionId: input.institution.id,
    occurredAt,
    couponCode: input.couponCode,
    clickTokens: input.clickTokens ?? [],
  });
  const decision = attribute(evidence);
  const brief = decision.claimId === null ? undefined : briefs.get(decision.claimId);
  const row = await tx.conversion.create({
    data: {
      id: newId(now),
      institutionId: input.institution.id,
      source: input.source,
      orderId: input.orderId,
      numberSpace: numberSpaceOf(input.source),
      channel: channelOf(input.source),
      evidenceGrade: gradeOf(input.source),
      status: input.status,
      amountRupiah: input.amountRupiah,
      netRupiah: input.status === "REVERSED" ? 0n : input.amountRupiah,
      commissionRupiah: brief ? commissionFor(brief, input.amountRupiah) : 0n,
      occurredAt,
      clickId: decision.clickId,
      couponCode: input.couponCode ?? null,
      linkId: decision.linkId,
      claimId: decision.claimId,
      attributionReason: decision.reason,
      attribution: decision,
      enteredById: ctx.actor.kind === "user" ? actorId(ctx) : null,
      evidenceKey: input.evidenceKey ?? null,
      note: input.note ?? "",
      createdAt: now,
    },
  });
  await writeLine(ctx, tx, row, { from: null, to: row.status });
  await tell(ctx, tx, row, "conversion.recorded");
  return recorded(row, "created");
}

async function moveOrder(
  ctx: Ctx,
  tx: Tx,
  known: Row,
  input: RecordConversionInput,
): Promise<RecordedConversion> {
  if (known.amountRupiah !== input.amountRupiah) {
    const params = { order: known.orderId, amount: String(known.amountRupiah) };
    throw new AppError("conflict", `order ${known.id} has another amount`, {
      message: { key: "tracking:error.orderDiffers", params },
    });
  }
  const move = moveOf(known.status, input.status);
  if (move === "same") return recorded(known, "none");
  if (move === "refused") {
    const params = { order: known.orderId, from: known.status.toLowerCase(), to: input.status.toLowerCase() };
    throw new AppError("conflict", `order ${known.id} cannot go from ${known.status} to ${input.status}`, {
      message: { key: "tracking:error.statusBack", params },
    });
  }
  const row = await tx.conversion.update({
    where: { id: known.id, status: known.status },
    data: { status: input.status },
  });
  await writeLine(ctx, tx, row, { from: known.status, to: row.status });
  await tell(ctx, tx, row, `conversion.${row.status.toLowerCase()}`);
  return recorded(row, "moved");
}

/** People's decisions go into the audit trail; a shop's server leaves its trace in the ledger's lines. */
async function tell(ctx: Ctx, tx: Tx, row: Row, action: string): Promise<void> {
  if (ctx.actor.kind !== "user") return;
  const { id, institutionId, source, orderId, status } = row;
  await audit(tx, ctx, {
    action,
    entity: "conversion",
    entityId: id,
    institutionId,
    data: { source, orderId, status },
  });
}
