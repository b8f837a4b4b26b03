-- A reclassification's account: ways on to shops apart from arrivals, the days that have to be counted anew until they
-- are, and what became of unique visitors and traits. And since when clicks are all kept.

CREATE TYPE "RecountState" AS ENUM ('DUE', 'COUNTED', 'LEFT');

CREATE TABLE "click_retention" (
    "id" SMALLINT NOT NULL,
    "kept_since" DATE NOT NULL,

    CONSTRAINT "click_retention_pkey" PRIMARY KEY ("id")
);
-- What was dropped before is not on record: nothing older than the oldest partition can be relied on.
INSERT INTO "click_retention" ("id", "kept_since")
SELECT 1, to_date(min(right(c.relname, 8)), 'YYYYMMDD')
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'clicks' AND c.relkind = 'r' AND c.relname ~ '^click_\d{8}$'
HAVING count(*) > 0;

ALTER TABLE "reclassification" ADD COLUMN "run_by" TEXT NOT NULL DEFAULT '';

-- Accounts of before did not tell steps apart; they stand with the arrivals.
ALTER TABLE "reclassification_change" ADD COLUMN "step" SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE "reclassification_change" ALTER COLUMN "step" DROP DEFAULT;
ALTER TABLE "reclassification_change" DROP CONSTRAINT "reclassification_change_pkey";
ALTER TABLE "reclassification_change" ADD CONSTRAINT "reclassification_change_pkey" PRIMARY KEY ("reclassification_id", "link_id", "hour", "step", "from_verdict", "from_reason", "to_verdict", "to_reason");

CREATE TABLE "reclassification_day" (
    "reclassification_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "state" "RecountState" NOT NULL,

    CONSTRAINT "reclassification_day_pkey" PRIMARY KEY ("reclassification_id", "day")
);
CREATE INDEX "reclassification_day_state_day_idx" ON "reclassification_day"("state", "day");
ALTER TABLE "reclassification_day" ADD CONSTRAINT "reclassification_day_reclassification_id_fkey" FOREIGN KEY ("reclassification_id") REFERENCES "reclassification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Runs that were broken off may have left unique visitors of before behind: the next run counts their days anew.
INSERT INTO "reclassification_day" ("reclassification_id", "day", "state")
SELECT DISTINCT r.id, (c.hour AT TIME ZONE i.time_zone)::date, 'DUE'::"RecountState"
FROM "reclassification" r
  JOIN "reclassification_change" c ON c.reclassification_id = r.id
  JOIN "referral_link" l ON l.id = c.link_id
  JOIN "institution" i ON i.id = l.institution_id
WHERE r.finished_at IS NULL;

CREATE TABLE "reclassification_visitors" (
    "reclassification_id" UUID NOT NULL,
    "level" "RollupLevel" NOT NULL,
    "entity_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "before" BIGINT NOT NULL,
    "after" BIGINT NOT NULL,

    CONSTRAINT "reclassification_visitors_pkey" PRIMARY KEY ("reclassification_id", "level", "entity_id", "day")
);
ALTER TABLE "reclassification_visitors" ADD CONSTRAINT "reclassification_visitors_reclassification_id_fkey" FOREIGN KEY ("reclassification_id") REFERENCES "reclassification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "reclassification_trait" (
    "reclassification_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "dimension" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "raw" BIGINT NOT NULL,
    "human" BIGINT NOT NULL,

    CONSTRAINT "reclassification_trait_pkey" PRIMARY KEY ("reclassification_id", "link_id", "day", "dimension", "value")
);
ALTER TABLE "reclassification_trait" ADD CONSTRAINT "reclassification_trait_reclassification_id_fkey" FOREIGN KEY ("reclassification_id") REFERENCES "reclassification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
