import { startOfDay, type Zone } from "~/kernel/time";
import type { Ctx } from "~/platform/context.server";
import { deleteImage, processImage } from "~/platform/images.server";
import type { SaleForm } from "../conversion.schemas";
import { type RecordedConversion, recordConversion } from "./record-conversion.server";

export type RecordSaleInput = {
  institution: { id: string; regionId: string; timeZone: Zone };
  sale: SaleForm;
  /** The photo's bytes as they were uploaded. */
  evidence: Uint8Array | null;
};

/**
 * An officer enters a sale by WhatsApp or at the gate, with a photo of the evidence. The photo is cleaned of its
 * metadata and kept where only the institution's officers and their supervisors reach it.
 * @throws AppError as `recordConversion` does, and for a photo that is none.
 */
export async function recordSale(ctx: Ctx, input: RecordSaleInput): Promise<RecordedConversion> {
  const { institution, sale } = input;
  ctx.authorize("conversion.record", { institutionId: institution.id, regionId: institution.regionId });
  const picture = input.evidence ? await processImage(input.evidence, { keyPrefix: "evidence" }) : null;
  try {
    const done = await recordConversion(ctx, {
      institution,
      source: sale.source,
      orderId: sale.orderId,
      amountRupiah: BigInt(sale.amountRupiah),
      status: sale.status,
      occurredAt: localInstant(sale.occurredAt, institution.timeZone),
      note: sale.note,
      ...(sale.couponCode === undefined ? {} : { couponCode: sale.couponCode }),
      ...(picture ? { evidenceKey: `${picture.storageKey}/${picture.width}.jpg` } : {}),
    });
    // The order was known: its own evidence stays, this picture belongs to nothing.
    if (picture && done.change !== "created") await deleteImage(picture.storageKey);
    return done;
  } catch (error) {
    if (picture) await deleteImage(picture.storageKey);
    throw error;
  }
}

/** What a `datetime-local` field holds, as an instant in the institution's zone. */
function localInstant(text: string, zone: Zone): Date {
  const [day = "", time = ""] = text.split("T");
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return new Date(startOfDay(day, zone).getTime() + (hours * 60 + minutes) * 60_000);
}
