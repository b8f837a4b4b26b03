-- CreateEnum
CREATE TYPE "LinkDestination" AS ENUM ('PRODUCT', 'SHOPEE', 'TOKOPEDIA', 'TIKTOK_SHOP', 'WHATSAPP', 'OWN');

-- CreateEnum
CREATE TYPE "LinkPlacement" AS ENUM ('MAIN', 'BIO', 'STORY', 'VIDEO', 'LIVE', 'CHAT', 'OTHER');

-- CreateEnum
CREATE TYPE "HealthOutcome" AS ENUM ('OK', 'GONE', 'MOVED', 'SOLD_OUT', 'UNSURE');

-- AlterTable: links that exist get their numbers in the order of the table.
ALTER TABLE "referral_link" ADD COLUMN "no" SERIAL NOT NULL,
ADD COLUMN "destination" "LinkDestination" NOT NULL DEFAULT 'PRODUCT',
ADD COLUMN "placement" "LinkPlacement" NOT NULL DEFAULT 'MAIN',
ADD COLUMN "platform" "Platform",
ADD COLUMN "label" TEXT NOT NULL DEFAULT '',
ADD COLUMN "utm" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN "created_by_id" UUID,
ADD COLUMN "closed_at" TIMESTAMPTZ(3);

-- Links issued before had one destination each: it is read from where they lead.
UPDATE "referral_link" SET "destination" = (CASE
  WHEN "destination_url" LIKE '/%' THEN 'PRODUCT'
  WHEN "destination_url" ~* '^https?://([^/]+\.)?shopee\.co\.id([/?#]|$)' THEN 'SHOPEE'
  -- TikTok Shop also sells under a name of Tokopedia's.
  WHEN "destination_url" ~* '^https?://(shop-id\.tokopedia\.com|([^/]+\.)?tiktok\.com)([/?#]|$)' THEN 'TIKTOK_SHOP'
  WHEN "destination_url" ~* '^https?://([^/]+\.)?tokopedia\.com([/?#]|$)' THEN 'TOKOPEDIA'
  WHEN "destination_url" ~* '^https?://wa\.me([/?#]|$)' THEN 'WHATSAPP'
  ELSE 'OWN'
END)::"LinkDestination";

-- A claim with several links of one destination keeps its oldest as the main one.
UPDATE "referral_link" l SET "placement" = 'OTHER'
WHERE EXISTS (
  SELECT 1 FROM "referral_link" o
  WHERE o."claim_id" = l."claim_id" AND o."destination" = l."destination" AND o."id" < l."id"
);

-- CreateIndex
CREATE UNIQUE INDEX "referral_link_no_key" ON "referral_link"("no");

-- CreateIndex
CREATE INDEX "referral_link_destination_url_idx" ON "referral_link"("destination_url");

-- One main link for each claim and destination.
CREATE UNIQUE INDEX "referral_link_main_key" ON "referral_link"("claim_id", "destination") WHERE "placement" = 'MAIN';

-- No two codes that a person could take for one another; the same folding as `foldCode` in tracking/codes.ts.
CREATE UNIQUE INDEX "referral_link_code_fold_key" ON "referral_link"(translate("code", 'oil-', '011'));

-- CreateTable
CREATE TABLE "destination_health" (
    "url" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "outcome" "HealthOutcome",
    "reason" TEXT NOT NULL DEFAULT '',
    "http_status" INTEGER,
    "final_url" TEXT,
    "told" "HealthOutcome",
    "failures" INTEGER NOT NULL DEFAULT 0,
    "checked_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3),
    "next_check_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "destination_health_pkey" PRIMARY KEY ("url")
);

-- CreateTable
CREATE TABLE "destination_change" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "was" "HealthOutcome",
    "outcome" "HealthOutcome" NOT NULL,
    "reason" TEXT NOT NULL,
    "http_status" INTEGER,
    "final_url" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "destination_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "destination_host" (
    "host" TEXT NOT NULL,
    "strikes" INTEGER NOT NULL DEFAULT 0,
    "rests_until" TIMESTAMPTZ(3),
    "leased_until" TIMESTAMPTZ(3),

    CONSTRAINT "destination_host_pkey" PRIMARY KEY ("host")
);

-- CreateIndex
CREATE INDEX "destination_health_next_check_at_idx" ON "destination_health"("next_check_at");

-- CreateIndex
CREATE INDEX "destination_change_url_id_idx" ON "destination_change"("url", "id");

-- AddForeignKey
ALTER TABLE "destination_change" ADD CONSTRAINT "destination_change_url_fkey" FOREIGN KEY ("url") REFERENCES "destination_health"("url") ON DELETE RESTRICT ON UPDATE CASCADE;
