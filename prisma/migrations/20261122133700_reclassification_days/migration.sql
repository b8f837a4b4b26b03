-- Accounts of reclassifications are read by day.
CREATE INDEX "reclassification_change_reclassification_id_hour_idx" ON "reclassification_change"("reclassification_id", "hour");
CREATE INDEX "reclassification_visitors_reclassification_id_day_idx" ON "reclassification_visitors"("reclassification_id", "day");
CREATE INDEX "reclassification_trait_reclassification_id_day_idx" ON "reclassification_trait"("reclassification_id", "day");
