-- Clicks keep facts and are partitioned by day; rollups tell verdicts apart and count uniques at every level.

ALTER TYPE "ClickVerdict" ADD VALUE 'STAFF';
ALTER TYPE "ClickVerdict" ADD VALUE 'DUPLICATE';
ALTER TYPE "ClickVerdict" ADD VALUE 'SUSPICIOUS';
CREATE TYPE "RollupLevel" AS ENUM ('LINK', 'CLAIM', 'CAMPAIGN', 'CREATOR', 'PRODUCT', 'INSTITUTION', 'REGION', 'NATION');
CREATE TYPE "ClickDimension" AS ENUM ('DEVICE', 'SYSTEM', 'APP', 'COUNTRY', 'LANGUAGE', 'REFERRER', 'REASON');

-- Partitions lie apart, so that tools that look at the application's tables see one table.
CREATE SCHEMA IF NOT EXISTS clicks;

CREATE TABLE "user_agent" (
    "id" SERIAL NOT NULL,
    "agent" TEXT NOT NULL,
    "first_seen_on" DATE NOT NULL,
    "last_seen_on" DATE NOT NULL,
    CONSTRAINT "user_agent_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "user_agent_agent_key" ON "user_agent"("agent");
CREATE INDEX "user_agent_first_seen_on_idx" ON "user_agent"("first_seen_on");
CREATE INDEX "user_agent_last_seen_on_idx" ON "user_agent"("last_seen_on");

CREATE TABLE "referrer_host" (
    "id" SERIAL NOT NULL,
    "host" TEXT NOT NULL,
    "first_seen_on" DATE NOT NULL,
    "last_seen_on" DATE NOT NULL,
    CONSTRAINT "referrer_host_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "referrer_host_host_key" ON "referrer_host"("host");
CREATE INDEX "referrer_host_first_seen_on_idx" ON "referrer_host"("first_seen_on");
CREATE INDEX "referrer_host_last_seen_on_idx" ON "referrer_host"("last_seen_on");

ALTER TABLE "click" RENAME TO "click_before";
ALTER TABLE "click_before" RENAME CONSTRAINT "click_pkey" TO "click_before_pkey";
DROP INDEX "click_link_id_occurred_at_idx";

CREATE TABLE "click" (
    "id" UUID NOT NULL,
    "visitor_hash" BIGINT NOT NULL,
    "link_no" INTEGER NOT NULL,
    "agent_id" INTEGER NOT NULL,
    "network_hash" INTEGER NOT NULL,
    "referrer_id" INTEGER,
    "signals" INTEGER NOT NULL,
    "verdict" "ClickVerdict" NOT NULL,
    "reason" SMALLINT NOT NULL,
    "rules_version" SMALLINT NOT NULL,
    "step" SMALLINT NOT NULL,
    "country" TEXT,
    "language" TEXT,
    CONSTRAINT "click_pkey" PRIMARY KEY ("id")
) PARTITION BY RANGE ("id");
CREATE INDEX "click_link_no_id_idx" ON "click"("link_no", "id");

CREATE TABLE "visitor_window" (
    "time_window" INTEGER NOT NULL,
    "link_no" INTEGER NOT NULL,
    "step" SMALLINT NOT NULL,
    "visitor_hash" BIGINT NOT NULL,
    "clicks" INTEGER NOT NULL,
    CONSTRAINT "visitor_window_pkey" PRIMARY KEY ("time_window", "link_no", "step", "visitor_hash")
) PARTITION BY RANGE ("time_window");

-- The lowest id of a UUID version 7 made at an instant.
CREATE FUNCTION clicks.first_id(at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

-- When a UUID version 7 was made (RFC 9562, section 5.7).
CREATE FUNCTION clicks.time_of(id uuid) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
  SELECT to_timestamp(('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint / 1000.0)
$$;

-- Makes a partition unless it is there. Made apart and then attached, which lets others write to the parent meanwhile;
-- CREATE TABLE … PARTITION OF would make them wait, and wait for them.
CREATE FUNCTION clicks.ensure_partition(parent text, part text, starts text, ends text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF to_regclass('clicks.' || part) IS NOT NULL THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('gaung:clicks:partitions'));
  -- Asked of the table itself: what to_regclass remembers may be older than the lock.
  IF EXISTS (SELECT FROM pg_class WHERE relnamespace = 'clicks'::regnamespace AND relname = part) THEN
    RETURN;
  END IF;
  EXECUTE format('CREATE TABLE clicks.%I (LIKE public.%I INCLUDING ALL)', part, parent);
  EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION clicks.%I FOR VALUES FROM (%L) TO (%L)', parent, part, starts, ends);
END
$$;

-- Makes the partitions of a UTC day.
CREATE FUNCTION clicks.ensure_day(day date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  starts timestamptz := day::timestamp AT TIME ZONE 'UTC';
  ends timestamptz := starts + interval '1 day';
  suffix text := to_char(day, 'YYYYMMDD');
BEGIN
  PERFORM clicks.ensure_partition('click', 'click_' || suffix, clicks.first_id(starts)::text, clicks.first_id(ends)::text);
  PERFORM clicks.ensure_partition('visitor_window', 'visitor_' || suffix,
    (extract(epoch FROM starts) / 1800)::int::text, (extract(epoch FROM ends) / 1800)::int::text);
END
$$;

-- Partitions of clicks before a day, and of visitors before another.
CREATE FUNCTION clicks.partitions_before(clicks_before date, visitors_before date) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'clicks' AND c.relkind = 'r'
    AND (c.relname ~ '^click_\d{8}$' AND c.relname < 'click_' || to_char(clicks_before, 'YYYYMMDD')
      OR c.relname ~ '^visitor_\d{8}$' AND c.relname < 'visitor_' || to_char(visitors_before, 'YYYYMMDD'))
  ORDER BY c.relname
$$;

-- Clicks of before keep their verdict. Their agent was not kept, so later rules leave them alone (rules_version 1).
INSERT INTO "user_agent" ("agent", "first_seen_on", "last_seen_on")
SELECT '(not kept)', min(occurred_at)::date, max(occurred_at)::date FROM "click_before" HAVING count(*) > 0;
INSERT INTO "referrer_host" ("host", "first_seen_on", "last_seen_on")
SELECT referrer_host, min(occurred_at)::date, max(occurred_at)::date FROM "click_before" WHERE referrer_host IS NOT NULL GROUP BY referrer_host;
SELECT clicks.ensure_day(day) FROM (SELECT DISTINCT (occurred_at AT TIME ZONE 'UTC')::date AS day FROM "click_before") days;
INSERT INTO "click"
SELECT c.id, c.visitor_hash, l.no, a.id, 0, r.id, 0, c.verdict,
  CASE c.reason WHEN 'ua:browser' THEN 1 WHEN 'ua:in-app' THEN 2 WHEN 'ua:empty' THEN 3 WHEN 'ua:preview' THEN 4
    WHEN 'ua:http-library' THEN 5 WHEN 'ua:isbot' THEN 6 ELSE 7 END,
  1, 0, NULL, NULL
FROM "click_before" c JOIN "referral_link" l ON l.id = c.link_id JOIN "user_agent" a ON a.agent = '(not kept)'
  LEFT JOIN "referrer_host" r ON r.host = c.referrer_host;
DROP TABLE "click_before";
DROP TABLE "visitor_day";

ALTER TABLE "click_hourly"
  ADD COLUMN "prefetch" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "staff" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "duplicate" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "suspicious" BIGINT NOT NULL DEFAULT 0;
-- `bot` held previews as well; now each verdict has a column of its own.
UPDATE "click_hourly" SET bot = bot - preview;

CREATE TABLE "outbound_hourly" (
    "link_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "channel" "ListingChannel" NOT NULL,
    "raw" BIGINT NOT NULL,
    "human" BIGINT NOT NULL,
    CONSTRAINT "outbound_hourly_pkey" PRIMARY KEY ("link_id", "hour", "channel")
);
CREATE INDEX "outbound_hourly_hour_idx" ON "outbound_hourly"("hour");
ALTER TABLE "outbound_hourly" ADD CONSTRAINT "outbound_hourly_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "referral_link"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "unique_daily" (
    "level" "RollupLevel" NOT NULL,
    "entity_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "visitors" BIGINT NOT NULL,
    CONSTRAINT "unique_daily_pkey" PRIMARY KEY ("level", "entity_id", "day")
);
CREATE INDEX "unique_daily_day_idx" ON "unique_daily"("day");
-- Of the days of before only the links' figures are known. Above them stands what reports showed: their sum.
INSERT INTO "unique_daily"
SELECT level, entity_id, day, sum(unique_visitors) FROM (
  SELECT d.day, d.unique_visitors, v.level, v.entity_id
  FROM "click_daily" d JOIN "referral_link" l ON l.id = d.link_id
  CROSS JOIN LATERAL (VALUES
    ('LINK'::"RollupLevel", l.id), ('CLAIM', l.claim_id), ('CAMPAIGN', l.campaign_id), ('CREATOR', l.creator_id),
    ('PRODUCT', l.product_id), ('INSTITUTION', l.institution_id), ('REGION', l.region_id),
    ('NATION', '00000000-0000-0000-0000-000000000000'::uuid)) AS v(level, entity_id)
) known GROUP BY level, entity_id, day;
DROP TABLE "click_daily";

CREATE TABLE "unique_sketch" (
    "level" "RollupLevel" NOT NULL,
    "entity_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "sketch" BYTEA NOT NULL,
    CONSTRAINT "unique_sketch_pkey" PRIMARY KEY ("level", "entity_id", "day")
);
CREATE INDEX "unique_sketch_day_idx" ON "unique_sketch"("day");
-- Sketches look like chance: compressing them costs and saves nothing.
ALTER TABLE "unique_sketch" ALTER COLUMN "sketch" SET STORAGE EXTERNAL;

CREATE TABLE "click_dimension_daily" (
    "level" "RollupLevel" NOT NULL,
    "entity_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "dimension" "ClickDimension" NOT NULL,
    "value" TEXT NOT NULL,
    "raw" BIGINT NOT NULL,
    "human" BIGINT NOT NULL,
    CONSTRAINT "click_dimension_daily_pkey" PRIMARY KEY ("level", "entity_id", "day", "dimension", "value")
);
CREATE INDEX "click_dimension_daily_day_idx" ON "click_dimension_daily"("day");

CREATE TABLE "click_delta" (
    "id" BIGSERIAL NOT NULL,
    "payload" BYTEA NOT NULL,
    CONSTRAINT "click_delta_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "click_delta" ALTER COLUMN "payload" SET STORAGE EXTERNAL;

CREATE TABLE "click_receipt" (
    "batch" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "click_receipt_pkey" PRIMARY KEY ("batch")
);
CREATE INDEX "click_receipt_recorded_at_idx" ON "click_receipt"("recorded_at");

CREATE TABLE "reclassification" (
    "id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "rules_version" SMALLINT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "read" BIGINT NOT NULL DEFAULT 0,
    "changed" BIGINT NOT NULL DEFAULT 0,
    "reason" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "reclassification_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "reclassification_change" (
    "reclassification_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "from_verdict" "ClickVerdict" NOT NULL,
    "from_reason" SMALLINT NOT NULL,
    "to_verdict" "ClickVerdict" NOT NULL,
    "to_reason" SMALLINT NOT NULL,
    "clicks" BIGINT NOT NULL,
    CONSTRAINT "reclassification_change_pkey" PRIMARY KEY ("reclassification_id", "link_id", "hour", "from_verdict", "from_reason", "to_verdict", "to_reason")
);
CREATE INDEX "reclassification_change_link_id_hour_idx" ON "reclassification_change"("link_id", "hour");
ALTER TABLE "reclassification_change" ADD CONSTRAINT "reclassification_change_reclassification_id_fkey" FOREIGN KEY ("reclassification_id") REFERENCES "reclassification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
