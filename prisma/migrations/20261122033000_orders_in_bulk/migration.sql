-- A buyer's orders by time: who came back is told by the first that counts. Undone and reversed orders may be many
-- and stand in front of it; an index of their own lets them be passed over.
DROP INDEX "conversion_institution_id_buyer_hash_idx";
CREATE INDEX "conversion_institution_id_buyer_hash_occurred_at_idx" ON "conversion"("institution_id", "buyer_hash", "occurred_at");
CREATE INDEX "conversion_first_order_idx" ON "conversion"("institution_id", "buyer_hash", "occurred_at")
  WHERE "buyer_hash" IS NOT NULL AND "withdrawn_at" IS NULL AND "status" <> 'REVERSED';

-- What an import told is taken back in the order of the statements' ids.
DROP INDEX "conversion_report_import_id_idx";
CREATE INDEX "conversion_report_import_id_id_idx" ON "conversion_report"("import_id", "id");
