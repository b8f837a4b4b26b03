-- AlterTable
ALTER TABLE "fraud_case" ADD COLUMN "officers_told_at" TIMESTAMPTZ(3);

-- Commission that waits, for the reports that tell it apart; few rows of many.
CREATE INDEX "commission_hold_waiting_idx" ON "commission_hold"("conversion_id", "claim_id") WHERE "state" = 'HELD';
