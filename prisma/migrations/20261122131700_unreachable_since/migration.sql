ALTER TABLE "destination_health" ADD COLUMN "unreachable_since" TIMESTAMPTZ(3);
