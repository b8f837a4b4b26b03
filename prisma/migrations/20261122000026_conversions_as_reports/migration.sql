-- CreateEnum
CREATE TYPE "SaleChannel" AS ENUM ('SHOPEE', 'TOKOPEDIA', 'TIKTOK_SHOP', 'WHATSAPP', 'GATE', 'OWN');

-- CreateEnum
CREATE TYPE "NumberSpace" AS ENUM ('ONLINE', 'WHATSAPP', 'GATE');

-- CreateEnum
CREATE TYPE "DecisionKind" AS ENUM ('CLAIM', 'NOBODY', 'RULE');

-- CreateEnum
CREATE TYPE "LineCause" AS ENUM ('REPORT', 'OFFICER', 'DECISION', 'RULES', 'BUYER', 'UNDO');

-- CreateEnum
CREATE TYPE "AffiliateNetwork" AS ENUM ('SHOPEE', 'TIKTOK');

-- AlterEnum
ALTER TYPE "ConversionSource" ADD VALUE 'SCRIPT';
ALTER TYPE "ConversionSource" ADD VALUE 'WOOCOMMERCE';
ALTER TYPE "ConversionSource" ADD VALUE 'SHOPEE_ORDERS';
ALTER TYPE "ConversionSource" ADD VALUE 'SHOPEE_COMMISSION';
ALTER TYPE "ConversionSource" ADD VALUE 'SHOPEE_CONVERSION';
ALTER TYPE "ConversionSource" ADD VALUE 'TIKTOK_ORDERS';
ALTER TYPE "ConversionSource" ADD VALUE 'TIKTOK_AFFILIATE';
ALTER TYPE "ConversionSource" ADD VALUE 'TOKOPEDIA_LEGACY';

-- DropIndex
DROP INDEX "conversion_institution_id_source_order_id_key";

-- AlterTable
ALTER TABLE "conversion" ADD COLUMN     "buyer_hash" TEXT,
ADD COLUMN     "buyer_returning" BOOLEAN,
ADD COLUMN     "channel" "SaleChannel",
ADD COLUMN     "held_at" TIMESTAMPTZ(3),
ADD COLUMN     "held_reason" TEXT,
ADD COLUMN     "items_report_id" UUID,
ADD COLUMN     "net_rupiah" BIGINT,
ADD COLUMN     "number_space" "NumberSpace",
ADD COLUMN     "refunded_rupiah" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- Carry over: until now every source had its own numbers, a shop's server sent those of the own shop, and there were
-- no partial refunds.
UPDATE "conversion" SET
  "channel" = (CASE "source" WHEN 'API' THEN 'OWN' ELSE "source"::text END)::"SaleChannel",
  "number_space" = (CASE "source" WHEN 'API' THEN 'ONLINE' ELSE "source"::text END)::"NumberSpace",
  "net_rupiah" = CASE "status" WHEN 'REVERSED' THEN 0 ELSE "amount_rupiah" END;

ALTER TABLE "conversion" ALTER COLUMN "channel" SET NOT NULL,
ALTER COLUMN "number_space" SET NOT NULL,
ALTER COLUMN "net_rupiah" SET NOT NULL;

-- AlterTable
ALTER TABLE "conversion_hourly" ADD COLUMN     "refunded_rupiah" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "conversion_line" ADD COLUMN     "cause" "LineCause" NOT NULL DEFAULT 'REPORT',
ADD COLUMN     "claim_id" UUID;

-- CreateTable
CREATE TABLE "conversion_report" (
    "id" UUID NOT NULL,
    "conversion_id" UUID NOT NULL,
    "source" "ConversionSource",
    "grade" "EvidenceGrade" NOT NULL,
    "channel" "SaleChannel",
    "status" "ConversionStatus",
    "amount_rupiah" BIGINT,
    "refunded_rupiah" BIGINT,
    "occurred_at" TIMESTAMPTZ(3),
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "said_again_at" TIMESTAMPTZ(3),
    "evidence" JSONB NOT NULL,
    "buyer_hash" TEXT,
    "buyer_returning" BOOLEAN,
    "import_id" UUID,
    "import_row" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "undone_reason" TEXT,

    CONSTRAINT "conversion_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversion_item" (
    "report_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sku" TEXT,
    "quantity" INTEGER NOT NULL,
    "amount_rupiah" BIGINT NOT NULL,

    CONSTRAINT "conversion_item_pkey" PRIMARY KEY ("report_id","position")
);

-- CreateTable
CREATE TABLE "conversion_credit" (
    "conversion_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "link_id" UUID,
    "share" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "net_rupiah" BIGINT NOT NULL,
    "commission_rupiah" BIGINT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversion_credit_pkey" PRIMARY KEY ("conversion_id","claim_id")
);

-- CreateTable
CREATE TABLE "conversion_decision" (
    "id" UUID NOT NULL,
    "conversion_id" UUID NOT NULL,
    "kind" "DecisionKind" NOT NULL,
    "claim_id" UUID,
    "reason" TEXT NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversion_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "affiliate_account" (
    "id" UUID NOT NULL,
    "creator_id" UUID NOT NULL,
    "network" "AffiliateNetwork" NOT NULL,
    "username" TEXT NOT NULL,
    "affiliate_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "affiliate_account_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "conversion_report_conversion_id_id_idx" ON "conversion_report"("conversion_id", "id");

-- CreateIndex
CREATE INDEX "conversion_report_import_id_idx" ON "conversion_report"("import_id");

-- CreateIndex
CREATE INDEX "conversion_credit_claim_id_occurred_at_conversion_id_idx" ON "conversion_credit"("claim_id", "occurred_at", "conversion_id");

-- CreateIndex
CREATE INDEX "conversion_decision_conversion_id_id_idx" ON "conversion_decision"("conversion_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "affiliate_account_network_username_key" ON "affiliate_account"("network", "username");

-- CreateIndex
CREATE UNIQUE INDEX "affiliate_account_creator_id_network_key" ON "affiliate_account"("creator_id", "network");

-- CreateIndex
CREATE INDEX "conversion_institution_id_buyer_hash_idx" ON "conversion"("institution_id", "buyer_hash");

-- CreateIndex
CREATE UNIQUE INDEX "conversion_institution_id_number_space_order_id_key" ON "conversion"("institution_id", "number_space", "order_id");

-- AddForeignKey
ALTER TABLE "conversion_report" ADD CONSTRAINT "conversion_report_conversion_id_fkey" FOREIGN KEY ("conversion_id") REFERENCES "conversion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversion_item" ADD CONSTRAINT "conversion_item_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "conversion_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversion_credit" ADD CONSTRAINT "conversion_credit_conversion_id_fkey" FOREIGN KEY ("conversion_id") REFERENCES "conversion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversion_credit" ADD CONSTRAINT "conversion_credit_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversion_decision" ADD CONSTRAINT "conversion_decision_conversion_id_fkey" FOREIGN KEY ("conversion_id") REFERENCES "conversion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliate_account" ADD CONSTRAINT "affiliate_account_creator_id_fkey" FOREIGN KEY ("creator_id") REFERENCES "creator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Carry over: each ledger line was one statement about the order. The first one, and what a machine said later, come
-- from the order's source; what a person did later is an officer's act, which holds the new status alone.
INSERT INTO "conversion_report" ("id", "conversion_id", "source", "grade", "channel", "status", "amount_rupiah",
  "refunded_rupiah", "occurred_at", "reported_at", "evidence", "note", "actor_kind", "actor_id", "received_at")
SELECT l."id", c."id",
  CASE WHEN l."said" THEN c."source" END,
  (CASE WHEN l."said" THEN c."evidence_grade"::text ELSE 'DECLARED' END)::"EvidenceGrade",
  CASE WHEN l."said" THEN c."channel" END,
  l."status",
  CASE WHEN l."said" THEN c."amount_rupiah" END,
  CASE WHEN l."said" THEN 0 END,
  CASE WHEN l."said" THEN c."occurred_at" END,
  l."at",
  jsonb_build_object(
    'clicks', CASE WHEN l."first" THEN COALESCE((
      SELECT jsonb_agg(jsonb_build_object('clickId', each->>'reference', 'linkId', each->>'linkId'))
      FROM jsonb_array_elements(c."attribution"->'candidates') AS each WHERE each->>'kind' = 'click'), '[]'::jsonb)
      ELSE '[]'::jsonb END,
    'linkCodes', '[]'::jsonb,
    'couponCode', CASE WHEN l."first" THEN c."coupon_code" END,
    'handles', '[]'::jsonb, 'contentIds', '[]'::jsonb, 'clickedAt', NULL),
  CASE WHEN l."first" THEN c."note" ELSE l."reason" END,
  l."actor_kind", l."actor_id", l."at"
FROM "conversion" c
JOIN (
  SELECT *, row_number() OVER w = 1 AS "first", row_number() OVER w = 1 OR "actor_kind" <> 'user' AS "said"
  FROM "conversion_line" WINDOW w AS (PARTITION BY "conversion_id" ORDER BY "id")
) l ON l."conversion_id" = c."id";

UPDATE "conversion_line" l SET "claim_id" = c."claim_id" FROM "conversion" c WHERE c."id" = l."conversion_id";

UPDATE "conversion_line" l SET "cause" = 'OFFICER'
FROM "conversion_report" r WHERE r."id" = l."id" AND r."source" IS NULL;

-- Carry over: the claim that was credited has the whole of its order, the other candidates know why they have nothing.
INSERT INTO "conversion_credit" ("conversion_id", "claim_id", "link_id", "share", "outcome", "net_rupiah",
  "commission_rupiah", "occurred_at")
SELECT DISTINCT ON (c."id", each->>'claimId') c."id", (each->>'claimId')::uuid, (each->>'linkId')::uuid,
  CASE WHEN each->>'outcome' = 'won' THEN 1000000 ELSE 0 END,
  each->>'outcome',
  CASE WHEN each->>'outcome' = 'won' THEN c."net_rupiah" ELSE 0 END,
  CASE WHEN each->>'outcome' = 'won' AND c."status" <> 'REVERSED' THEN c."commission_rupiah" ELSE 0 END,
  c."occurred_at"
FROM "conversion" c, jsonb_array_elements(c."attribution"->'candidates') AS each
WHERE each->>'claimId' IS NOT NULL
ORDER BY c."id", each->>'claimId', (each->>'outcome' = 'won') DESC;

-- From here on the commission of an order is what it is worth now, as its ledger has always said.
UPDATE "conversion" SET "commission_rupiah" = 0 WHERE "status" = 'REVERSED';
