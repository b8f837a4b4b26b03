CREATE TABLE "account_name" (
    "id" UUID NOT NULL,
    "creator_id" UUID NOT NULL,
    "network" "AffiliateNetwork" NOT NULL,
    "name" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "account_name_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "account_name_network_name_since_idx" ON "account_name"("network", "name", "since");
CREATE INDEX "account_name_creator_id_idx" ON "account_name"("creator_id");
ALTER TABLE "account_name" ADD CONSTRAINT "account_name_creator_id_fkey" FOREIGN KEY ("creator_id") REFERENCES "creator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The names there are, each from the time when it was written down (social accounts: the time in their id, version 7).
INSERT INTO "account_name" ("id", "creator_id", "network", "name", "since")
SELECT gen_random_uuid(), "creator_id", "network", lower(ltrim(btrim("username"), '@')), "created_at" FROM "affiliate_account";

INSERT INTO "account_name" ("id", "creator_id", "network", "name", "since")
SELECT gen_random_uuid(), "creator_id", 'TIKTOK', lower(ltrim(btrim("handle"), '@')),
    min(to_timestamp(('x' || lpad(left(replace("id"::text, '-', ''), 12), 16, '0'))::bit(64)::bigint / 1000.0))
FROM "social_account" AS s
WHERE "platform" = 'TIKTOK' AND NOT EXISTS (
    SELECT FROM "affiliate_account" AS a
    WHERE a."creator_id" = s."creator_id" AND a."network" = 'TIKTOK' AND lower(a."username") = lower(ltrim(btrim(s."handle"), '@')))
GROUP BY "creator_id", lower(ltrim(btrim("handle"), '@'));

-- Social accounts were written anew with every change of a profile, so of two who give one name nobody knows who was
-- first: they begin together, and the name credits neither until somebody decides.
UPDATE "account_name" AS n SET "since" = f."since"
FROM (SELECT "name", min("since") AS "since" FROM "account_name" WHERE "network" = 'TIKTOK' GROUP BY "name" HAVING count(DISTINCT "creator_id") > 1) AS f
WHERE n."network" = 'TIKTOK' AND n."name" = f."name";

-- Whoever was credited once stays listed with the order: by the credits there are, and by what the ledger remembers.
ALTER TABLE "conversion_credit" ADD COLUMN "credited" BOOLEAN NOT NULL DEFAULT false;
UPDATE "conversion_credit" SET "credited" = true WHERE "share" > 0;
INSERT INTO "conversion_credit"
    ("conversion_id", "claim_id", "link_id", "share", "outcome", "net_rupiah", "commission_rupiah", "occurred_at", "credited")
SELECT DISTINCT line."conversion_id", line."claim_id", NULL::uuid, 0,
    CASE WHEN c."withdrawn_at" IS NOT NULL THEN 'withdrawn'
         WHEN coalesce(jsonb_typeof(c."attribution"->'decision'), 'null') <> 'null' THEN 'overruled' ELSE 'former' END, 0, 0, c."occurred_at", true
FROM "conversion_line" AS line JOIN "conversion" AS c ON c."id" = line."conversion_id"
JOIN "claim" ON "claim"."id" = line."claim_id"
ON CONFLICT ("conversion_id", "claim_id") DO UPDATE SET "credited" = true;

ALTER TABLE "conversion_line" ADD COLUMN "attribution_reason" TEXT;
