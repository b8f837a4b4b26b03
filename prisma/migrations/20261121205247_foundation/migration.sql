-- CreateEnum
CREATE TYPE "CampaignStatus" AS ENUM ('DRAFT', 'PUBLISHED', 'PAUSED', 'CLOSED', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "ClaimStatus" AS ENUM ('APPLIED', 'ACCEPTED', 'REJECTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "DeliverableStatus" AS ENUM ('AWAITING_DRAFT', 'IN_REVIEW', 'REVISION_REQUESTED', 'APPROVED', 'REJECTED', 'LIVE');

-- CreateEnum
CREATE TYPE "ReviewOutcome" AS ENUM ('APPROVED', 'REVISION_REQUESTED', 'REJECTED');

-- CreateEnum
CREATE TYPE "Platform" AS ENUM ('INSTAGRAM', 'TIKTOK', 'YOUTUBE', 'FACEBOOK', 'X', 'WHATSAPP');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('INFLUENCER', 'LAPAS_PR', 'LAPAS_HEAD', 'KANWIL', 'DIRECTORATE', 'PARTNER', 'ADMIN');

-- CreateEnum
CREATE TYPE "InstitutionKind" AS ENUM ('LAPAS', 'LAPAS_NARKOTIKA', 'LAPAS_PEREMPUAN', 'LPKA', 'RUTAN', 'BAPAS');

-- CreateEnum
CREATE TYPE "InstitutionClass" AS ENUM ('I', 'IIA', 'IIB', 'III');

-- CreateEnum
CREATE TYPE "ProductKind" AS ENUM ('FOOD', 'BEVERAGE', 'COSMETIC', 'FASHION', 'CRAFT', 'FURNITURE', 'AGRICULTURE', 'OTHER');

-- CreateEnum
CREATE TYPE "ProductStatus" AS ENUM ('DRAFT', 'ACTIVE', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "ListingChannel" AS ENUM ('SHOPEE', 'TOKOPEDIA', 'TIKTOK_SHOP', 'WHATSAPP', 'OWN');

-- CreateEnum
CREATE TYPE "LicenceKind" AS ENUM ('NIB', 'PIRT', 'HALAL', 'BPOM_FOOD', 'BPOM_COSMETIC', 'TRADEMARK', 'SNI');

-- CreateEnum
CREATE TYPE "LinkStatus" AS ENUM ('ACTIVE', 'CLOSED');

-- CreateEnum
CREATE TYPE "ClickVerdict" AS ENUM ('HUMAN', 'BOT', 'PREVIEW', 'PREFETCH');

-- CreateEnum
CREATE TYPE "ConversionSource" AS ENUM ('API', 'WHATSAPP', 'GATE');

-- CreateEnum
CREATE TYPE "EvidenceGrade" AS ENUM ('MEASURED', 'IMPORTED', 'DECLARED');

-- CreateEnum
CREATE TYPE "ConversionStatus" AS ENUM ('PENDING', 'CONFIRMED', 'REVERSED');

-- CreateTable
CREATE TABLE "campaign" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "status" "CampaignStatus" NOT NULL DEFAULT 'DRAFT',
    "draft" JSONB NOT NULL,
    "current_revision_id" UUID,
    "slots" INTEGER NOT NULL DEFAULT 0,
    "slots_taken" INTEGER NOT NULL DEFAULT 0,
    "opens_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "search_text" TEXT NOT NULL DEFAULT '',
    "platforms" "Platform"[],
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_revision" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "brief" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by_id" UUID,

    CONSTRAINT "campaign_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "creator_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "status" "ClaimStatus" NOT NULL DEFAULT 'APPLIED',
    "message" TEXT NOT NULL DEFAULT '',
    "applied_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decision_reason" TEXT,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliverable" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "platform" "Platform" NOT NULL,
    "format" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "status" "DeliverableStatus" NOT NULL DEFAULT 'AWAITING_DRAFT',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deliverable_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_version" (
    "id" UUID NOT NULL,
    "deliverable_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "caption" TEXT NOT NULL,
    "video_url" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_media" (
    "id" UUID NOT NULL,
    "draft_version_id" UUID,
    "deliverable_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "widths" INTEGER[],
    "colour" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_decision" (
    "id" UUID NOT NULL,
    "draft_version_id" UUID NOT NULL,
    "outcome" "ReviewOutcome" NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "no_identifiable_inmate" BOOLEAN NOT NULL DEFAULT false,
    "no_security_detail" BOOLEAN NOT NULL DEFAULT false,
    "disclosure_present" BOOLEAN NOT NULL DEFAULT false,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_proof" (
    "id" UUID NOT NULL,
    "deliverable_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "post_proof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "creator" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "bio" TEXT NOT NULL DEFAULT '',
    "city" TEXT NOT NULL DEFAULT '',
    "niches" TEXT[],
    "whatsapp" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "creator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "social_account" (
    "id" UUID NOT NULL,
    "creator_id" UUID NOT NULL,
    "platform" "Platform" NOT NULL,
    "handle" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "followers" INTEGER,

    CONSTRAINT "social_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'id',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "user_agent" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "institution_id" UUID,
    "region_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "institution_id" UUID,
    "region_id" UUID,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_reset" (
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "institution_id" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "region" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "institution" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "InstitutionKind" NOT NULL,
    "class" "InstitutionClass",
    "region_id" UUID NOT NULL,
    "city" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "whatsapp" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "institution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "id" UUID NOT NULL,
    "job" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dispatched_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "product" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "ProductKind" NOT NULL,
    "story" TEXT NOT NULL DEFAULT '',
    "price_rupiah" BIGINT NOT NULL,
    "unit" TEXT NOT NULL DEFAULT '',
    "status" "ProductStatus" NOT NULL DEFAULT 'DRAFT',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "flagship_product" (
    "institution_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "designated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "flagship_product_pkey" PRIMARY KEY ("institution_id")
);

-- CreateTable
CREATE TABLE "product_photo" (
    "id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "alt" TEXT NOT NULL DEFAULT '',
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "widths" INTEGER[],
    "colour" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_photo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_listing" (
    "id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "channel" "ListingChannel" NOT NULL,
    "url" TEXT NOT NULL,

    CONSTRAINT "product_listing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "licence" (
    "id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "kind" "LicenceKind" NOT NULL,
    "number" TEXT NOT NULL,
    "issued_on" DATE,
    "expires_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "licence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_link" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "status" "LinkStatus" NOT NULL DEFAULT 'ACTIVE',
    "destination_url" TEXT NOT NULL,
    "claim_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "creator_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "referral_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coupon_code" (
    "code" TEXT NOT NULL,
    "claim_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "coupon_code_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "click" (
    "id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "verdict" "ClickVerdict" NOT NULL,
    "reason" TEXT NOT NULL,
    "visitor_hash" BIGINT NOT NULL,
    "referrer_host" TEXT,
    "device" TEXT NOT NULL,

    CONSTRAINT "click_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "click_hourly" (
    "link_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "raw" BIGINT NOT NULL,
    "human" BIGINT NOT NULL,
    "bot" BIGINT NOT NULL,
    "preview" BIGINT NOT NULL,

    CONSTRAINT "click_hourly_pkey" PRIMARY KEY ("link_id","hour")
);

-- CreateTable
CREATE TABLE "click_daily" (
    "link_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "unique_visitors" BIGINT NOT NULL,

    CONSTRAINT "click_daily_pkey" PRIMARY KEY ("link_id","day")
);

-- CreateTable
CREATE TABLE "visitor_day" (
    "day" DATE NOT NULL,
    "link_id" UUID NOT NULL,
    "visitor_hash" BIGINT NOT NULL,

    CONSTRAINT "visitor_day_pkey" PRIMARY KEY ("day","link_id","visitor_hash")
);

-- CreateTable
CREATE TABLE "daily_salt" (
    "day" DATE NOT NULL,
    "salt" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "daily_salt_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "conversion" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "source" "ConversionSource" NOT NULL,
    "order_id" TEXT NOT NULL,
    "evidence_grade" "EvidenceGrade" NOT NULL,
    "status" "ConversionStatus" NOT NULL,
    "amount_rupiah" BIGINT NOT NULL,
    "commission_rupiah" BIGINT NOT NULL DEFAULT 0,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "click_id" UUID,
    "coupon_code" TEXT,
    "link_id" UUID,
    "claim_id" UUID,
    "attribution_reason" TEXT NOT NULL,
    "attribution" JSONB NOT NULL,
    "entered_by_id" UUID,
    "evidence_key" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversion_line" (
    "id" UUID NOT NULL,
    "conversion_id" UUID NOT NULL,
    "status" "ConversionStatus" NOT NULL,
    "amount_rupiah" BIGINT NOT NULL,
    "commission_rupiah" BIGINT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversion_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversion_hourly" (
    "bucket_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "evidence_grade" "EvidenceGrade" NOT NULL,
    "link_id" UUID,
    "institution_id" UUID NOT NULL,
    "count" BIGINT NOT NULL,
    "confirmed" BIGINT NOT NULL,
    "reversed" BIGINT NOT NULL,
    "value_rupiah" BIGINT NOT NULL,
    "commission_rupiah" BIGINT NOT NULL,

    CONSTRAINT "conversion_hourly_pkey" PRIMARY KEY ("bucket_id","hour","evidence_grade")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "api_key_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("api_key_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "campaign_slug_key" ON "campaign"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_current_revision_id_key" ON "campaign"("current_revision_id");

-- CreateIndex
CREATE INDEX "campaign_institution_id_status_idx" ON "campaign"("institution_id", "status");

-- CreateIndex
CREATE INDEX "campaign_status_published_at_id_idx" ON "campaign"("status", "published_at", "id");

-- CreateIndex
CREATE INDEX "campaign_product_id_idx" ON "campaign"("product_id");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_revision_campaign_id_number_key" ON "campaign_revision"("campaign_id", "number");

-- CreateIndex
CREATE INDEX "claim_campaign_id_status_id_idx" ON "claim"("campaign_id", "status", "id");

-- CreateIndex
CREATE INDEX "claim_creator_id_status_id_idx" ON "claim"("creator_id", "status", "id");

-- CreateIndex
CREATE INDEX "claim_revision_id_idx" ON "claim"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_campaign_id_creator_id_key" ON "claim"("campaign_id", "creator_id");

-- CreateIndex
CREATE INDEX "deliverable_status_due_at_idx" ON "deliverable"("status", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "deliverable_claim_id_key_key" ON "deliverable"("claim_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "draft_version_deliverable_id_number_key" ON "draft_version"("deliverable_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "draft_media_storage_key_key" ON "draft_media"("storage_key");

-- CreateIndex
CREATE INDEX "draft_media_draft_version_id_idx" ON "draft_media"("draft_version_id");

-- CreateIndex
CREATE INDEX "draft_media_deliverable_id_idx" ON "draft_media"("deliverable_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_decision_draft_version_id_key" ON "review_decision"("draft_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_proof_deliverable_id_key" ON "post_proof"("deliverable_id");

-- CreateIndex
CREATE UNIQUE INDEX "creator_user_id_key" ON "creator"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "creator_handle_key" ON "creator"("handle");

-- CreateIndex
CREATE UNIQUE INDEX "social_account_creator_id_platform_handle_key" ON "social_account"("creator_id", "platform", "handle");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE INDEX "membership_institution_id_idx" ON "membership"("institution_id");

-- CreateIndex
CREATE INDEX "membership_region_id_idx" ON "membership"("region_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_institution_id_idx" ON "invitation"("institution_id");

-- CreateIndex
CREATE INDEX "invitation_invited_by_id_idx" ON "invitation"("invited_by_id");

-- CreateIndex
CREATE INDEX "invitation_region_id_idx" ON "invitation"("region_id");

-- CreateIndex
CREATE INDEX "password_reset_user_id_idx" ON "password_reset"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_prefix_key" ON "api_key"("prefix");

-- CreateIndex
CREATE INDEX "api_key_institution_id_idx" ON "api_key"("institution_id");

-- CreateIndex
CREATE INDEX "audit_event_entity_entity_id_at_idx" ON "audit_event"("entity", "entity_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_institution_id_at_idx" ON "audit_event"("institution_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "region_slug_key" ON "region"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "region_name_key" ON "region"("name");

-- CreateIndex
CREATE UNIQUE INDEX "institution_slug_key" ON "institution"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "institution_name_key" ON "institution"("name");

-- CreateIndex
CREATE INDEX "institution_region_id_idx" ON "institution"("region_id");

-- CreateIndex
CREATE INDEX "outbox_message_dispatched_at_id_idx" ON "outbox_message"("dispatched_at", "id");

-- CreateIndex
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

-- CreateIndex
CREATE UNIQUE INDEX "product_slug_key" ON "product"("slug");

-- CreateIndex
CREATE INDEX "product_institution_id_status_idx" ON "product"("institution_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "flagship_product_product_id_key" ON "flagship_product"("product_id");

-- CreateIndex
CREATE UNIQUE INDEX "product_photo_storage_key_key" ON "product_photo"("storage_key");

-- CreateIndex
CREATE INDEX "product_photo_product_id_position_idx" ON "product_photo"("product_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "product_photo_product_id_sha256_key" ON "product_photo"("product_id", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "product_listing_product_id_channel_key" ON "product_listing"("product_id", "channel");

-- CreateIndex
CREATE INDEX "licence_expires_on_idx" ON "licence"("expires_on");

-- CreateIndex
CREATE UNIQUE INDEX "licence_product_id_kind_number_key" ON "licence"("product_id", "kind", "number");

-- CreateIndex
CREATE UNIQUE INDEX "referral_link_code_key" ON "referral_link"("code");

-- CreateIndex
CREATE INDEX "referral_link_claim_id_idx" ON "referral_link"("claim_id");

-- CreateIndex
CREATE INDEX "referral_link_campaign_id_idx" ON "referral_link"("campaign_id");

-- CreateIndex
CREATE INDEX "referral_link_creator_id_idx" ON "referral_link"("creator_id");

-- CreateIndex
CREATE INDEX "referral_link_product_id_idx" ON "referral_link"("product_id");

-- CreateIndex
CREATE INDEX "referral_link_institution_id_idx" ON "referral_link"("institution_id");

-- CreateIndex
CREATE INDEX "referral_link_region_id_idx" ON "referral_link"("region_id");

-- CreateIndex
CREATE UNIQUE INDEX "coupon_code_claim_id_key" ON "coupon_code"("claim_id");

-- CreateIndex
CREATE INDEX "click_link_id_occurred_at_idx" ON "click"("link_id", "occurred_at");

-- CreateIndex
CREATE INDEX "click_hourly_hour_idx" ON "click_hourly"("hour");

-- CreateIndex
CREATE INDEX "click_daily_day_idx" ON "click_daily"("day");

-- CreateIndex
CREATE INDEX "conversion_institution_id_occurred_at_id_idx" ON "conversion"("institution_id", "occurred_at", "id");

-- CreateIndex
CREATE INDEX "conversion_link_id_occurred_at_idx" ON "conversion"("link_id", "occurred_at");

-- CreateIndex
CREATE INDEX "conversion_claim_id_idx" ON "conversion"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "conversion_institution_id_source_order_id_key" ON "conversion"("institution_id", "source", "order_id");

-- CreateIndex
CREATE INDEX "conversion_line_conversion_id_id_idx" ON "conversion_line"("conversion_id", "id");

-- CreateIndex
CREATE INDEX "conversion_hourly_institution_id_hour_idx" ON "conversion_hourly"("institution_id", "hour");

-- CreateIndex
CREATE INDEX "conversion_hourly_link_id_idx" ON "conversion_hourly"("link_id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_current_revision_id_fkey" FOREIGN KEY ("current_revision_id") REFERENCES "campaign_revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_revision" ADD CONSTRAINT "campaign_revision_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_creator_id_fkey" FOREIGN KEY ("creator_id") REFERENCES "creator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "campaign_revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_version" ADD CONSTRAINT "draft_version_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_media" ADD CONSTRAINT "draft_media_draft_version_id_fkey" FOREIGN KEY ("draft_version_id") REFERENCES "draft_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_decision" ADD CONSTRAINT "review_decision_draft_version_id_fkey" FOREIGN KEY ("draft_version_id") REFERENCES "draft_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_proof" ADD CONSTRAINT "post_proof_deliverable_id_fkey" FOREIGN KEY ("deliverable_id") REFERENCES "deliverable"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "creator" ADD CONSTRAINT "creator_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "social_account" ADD CONSTRAINT "social_account_creator_id_fkey" FOREIGN KEY ("creator_id") REFERENCES "creator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "institution" ADD CONSTRAINT "institution_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flagship_product" ADD CONSTRAINT "flagship_product_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flagship_product" ADD CONSTRAINT "flagship_product_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_photo" ADD CONSTRAINT "product_photo_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_listing" ADD CONSTRAINT "product_listing_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "licence" ADD CONSTRAINT "licence_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_link" ADD CONSTRAINT "referral_link_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_link" ADD CONSTRAINT "referral_link_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_link" ADD CONSTRAINT "referral_link_creator_id_fkey" FOREIGN KEY ("creator_id") REFERENCES "creator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_link" ADD CONSTRAINT "referral_link_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_link" ADD CONSTRAINT "referral_link_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_link" ADD CONSTRAINT "referral_link_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon_code" ADD CONSTRAINT "coupon_code_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "click_hourly" ADD CONSTRAINT "click_hourly_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "referral_link"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "click_daily" ADD CONSTRAINT "click_daily_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "referral_link"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversion" ADD CONSTRAINT "conversion_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversion_line" ADD CONSTRAINT "conversion_line_conversion_id_fkey" FOREIGN KEY ("conversion_id") REFERENCES "conversion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversion_hourly" ADD CONSTRAINT "conversion_hourly_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_api_key_id_fkey" FOREIGN KEY ("api_key_id") REFERENCES "api_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
