-- One row a day for all traits: folding a batch in wrote dozens.
CREATE TABLE "click_traits_daily" (
    "level" "RollupLevel" NOT NULL,
    "entity_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "traits" JSONB NOT NULL,
    CONSTRAINT "click_traits_daily_pkey" PRIMARY KEY ("level", "entity_id", "day")
);
CREATE INDEX "click_traits_daily_day_idx" ON "click_traits_daily"("day");

INSERT INTO "click_traits_daily"
SELECT level, entity_id, day, jsonb_object_agg(dimension, counts) FROM (
  SELECT level, entity_id, day, dimension, jsonb_object_agg(value, jsonb_build_array(raw, human)) AS counts
  FROM "click_dimension_daily" GROUP BY level, entity_id, day, dimension
) values_of GROUP BY level, entity_id, day;

DROP TABLE "click_dimension_daily";
DROP TYPE "ClickDimension";
