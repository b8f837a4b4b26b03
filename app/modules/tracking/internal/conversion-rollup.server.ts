import { Prisma, type Tx } from "~/platform/db.server";
import type { RollupShare } from "../standing";
import { insertRows, jsonOf } from "./bulk.server";

const COLUMNS = {
  bucket_id: "uuid",
  hour: "timestamptz",
  evidence_grade: '"EvidenceGrade"',
  link_id: "uuid",
  institution_id: "uuid",
  count: "int8",
  confirmed: "int8",
  reversed: "int8",
  value_rupiah: "int8",
  refunded_rupiah: "int8",
  commission_rupiah: "int8",
};

const ADD = `ON CONFLICT (bucket_id, hour, evidence_grade) DO UPDATE SET
  count = conversion_hourly.count + excluded.count,
  confirmed = conversion_hourly.confirmed + excluded.confirmed,
  reversed = conversion_hourly.reversed + excluded.reversed,
  value_rupiah = conversion_hourly.value_rupiah + excluded.value_rupiah,
  refunded_rupiah = conversion_hourly.refunded_rupiah + excluded.refunded_rupiah,
  commission_rupiah = conversion_hourly.commission_rupiah + excluded.commission_rupiah`;

/**
 * Adds signed sums to their hours, in the transaction of what they count. A bucket that is left with nothing goes:
 * where no order stands there is nothing to show, not a zero.
 */
export async function addToRollups(tx: Tx, sums: readonly RollupShare[]): Promise<void> {
  const rows = sums.map((sum) => ({
    bucket_id: sum.bucketId,
    hour: sum.hour,
    evidence_grade: sum.grade,
    link_id: sum.linkId,
    institution_id: sum.institutionId,
    count: sum.count,
    confirmed: sum.confirmed,
    reversed: sum.reversed,
    value_rupiah: sum.valueRupiah,
    refunded_rupiah: sum.refundedRupiah,
    commission_rupiah: sum.commissionRupiah,
  }));
  if (rows.length === 0) return;
  await insertRows(tx, "conversion_hourly", COLUMNS, rows, ADD);
  await tx.$executeRaw(Prisma.sql`
    DELETE FROM conversion_hourly AS h
    USING jsonb_to_recordset(${jsonOf(rows)}::jsonb)
      AS r(bucket_id uuid, hour timestamptz, evidence_grade "EvidenceGrade")
    WHERE h.bucket_id = r.bucket_id AND h.hour = r.hour AND h.evidence_grade = r.evidence_grade
      AND h.count = 0 AND h.confirmed = 0 AND h.reversed = 0
      AND h.value_rupiah = 0 AND h.refunded_rupiah = 0 AND h.commission_rupiah = 0`);
}
