import { startOfHour } from "~/kernel/time";
import type { Tx } from "~/platform/db.server";
import type { RollupDelta } from "../conversion";
import type { EvidenceGrade } from "../order-report";

export type RollupPlace = {
  linkId: string | null;
  institutionId: string;
  /** Of the order: a reversal is subtracted where the order was added. */
  occurredAt: Date;
  evidenceGrade: EvidenceGrade;
};

/** Adds a ledger line to the hour of its order, in the line's own transaction. */
export async function addToRollup(tx: Tx, place: RollupPlace, delta: RollupDelta): Promise<void> {
  const { linkId, institutionId, evidenceGrade } = place;
  const hour = startOfHour(place.occurredAt);
  await tx.$executeRaw`
    INSERT INTO conversion_hourly AS h
      (bucket_id, hour, evidence_grade, link_id, institution_id, count, confirmed, reversed, value_rupiah, commission_rupiah)
    VALUES (${linkId ?? institutionId}::uuid, ${hour}, ${evidenceGrade}::"EvidenceGrade", ${linkId}::uuid,
      ${institutionId}::uuid, ${delta.count}, ${delta.confirmed}, ${delta.reversed}, ${delta.valueRupiah},
      ${delta.commissionRupiah})
    ON CONFLICT (bucket_id, hour, evidence_grade) DO UPDATE SET
      count = h.count + excluded.count, confirmed = h.confirmed + excluded.confirmed,
      reversed = h.reversed + excluded.reversed, value_rupiah = h.value_rupiah + excluded.value_rupiah,
      commission_rupiah = h.commission_rupiah + excluded.commission_rupiah`;
}
