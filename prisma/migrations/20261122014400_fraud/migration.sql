-- CreateEnum
CREATE TYPE "HoldState" AS ENUM ('HELD', 'RELEASED', 'VOIDED');

-- CreateEnum
CREATE TYPE "FraudSignalKind" AS ENUM ('SELF_PURCHASE', 'OFFICER_PURCHASE', 'OWN_DEVICE', 'BURST', 'REPEATS', 'ONE_VISITOR', 'ONE_NETWORK', 'ONE_AGENT', 'QUICK_ORDER', 'SAME_DELAY', 'COUPON_SITE', 'COUPON_SPREAD', 'SHARED_ACCOUNT');

-- CreateEnum
CREATE TYPE "FraudCaseStatus" AS ENUM ('OPEN', 'ASKED', 'CLEARED', 'CONFIRMED');

-- CreateEnum
CREATE TYPE "FraudMessageKind" AS ENUM ('QUESTION', 'ANSWER');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "LineCause" ADD VALUE 'HOLD';
ALTER TYPE "LineCause" ADD VALUE 'RELEASE';
ALTER TYPE "LineCause" ADD VALUE 'VOID';

-- CreateTable
CREATE TABLE "commission_hold" (
    "conversion_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "state" "HoldState" NOT NULL,
    "reference" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "commission_hold_pkey" PRIMARY KEY ("conversion_id","claim_id")
);

-- CreateTable
CREATE TABLE "fraud_case" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "creator_id" UUID NOT NULL,
    "status" "FraudCaseStatus" NOT NULL DEFAULT 'OPEN',
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "search_text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "fraud_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fraud_signal" (
    "id" UUID NOT NULL,
    "natural_key" TEXT NOT NULL,
    "kind" "FraudSignalKind" NOT NULL,
    "strength" SMALLINT NOT NULL,
    "rules_version" SMALLINT NOT NULL,
    "claim_id" UUID NOT NULL,
    "case_id" UUID,
    "facts" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fraud_signal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fraud_message" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" "FraudMessageKind" NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fraud_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fraud_picture" (
    "message_id" UUID NOT NULL,
    "storage_key" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,

    CONSTRAINT "fraud_picture_pkey" PRIMARY KEY ("message_id")
);

-- CreateTable
CREATE TABLE "fraud_decision" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "outcome" "FraudCaseStatus" NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fraud_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fraud_cursor" (
    "name" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fraud_cursor_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "commission_hold_reference_idx" ON "commission_hold"("reference");

-- CreateIndex
CREATE INDEX "commission_hold_claim_id_state_idx" ON "commission_hold"("claim_id", "state");

-- CreateIndex
CREATE INDEX "fraud_case_institution_id_opened_at_id_idx" ON "fraud_case"("institution_id", "opened_at", "id");

-- CreateIndex
CREATE INDEX "fraud_case_institution_id_status_due_at_idx" ON "fraud_case"("institution_id", "status", "due_at");

-- CreateIndex
CREATE INDEX "fraud_case_claim_id_id_idx" ON "fraud_case"("claim_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "fraud_signal_natural_key_key" ON "fraud_signal"("natural_key");

-- CreateIndex
CREATE INDEX "fraud_signal_case_id_idx" ON "fraud_signal"("case_id");

-- CreateIndex
CREATE INDEX "fraud_signal_claim_id_at_idx" ON "fraud_signal"("claim_id", "at");

-- CreateIndex
CREATE INDEX "fraud_message_case_id_id_idx" ON "fraud_message"("case_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "fraud_picture_storage_key_key" ON "fraud_picture"("storage_key");

-- CreateIndex
CREATE INDEX "fraud_decision_case_id_id_idx" ON "fraud_decision"("case_id", "id");

-- AddForeignKey
ALTER TABLE "commission_hold" ADD CONSTRAINT "commission_hold_conversion_id_fkey" FOREIGN KEY ("conversion_id") REFERENCES "conversion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fraud_case" ADD CONSTRAINT "fraud_case_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fraud_case" ADD CONSTRAINT "fraud_case_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fraud_signal" ADD CONSTRAINT "fraud_signal_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "fraud_case"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fraud_message" ADD CONSTRAINT "fraud_message_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "fraud_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fraud_picture" ADD CONSTRAINT "fraud_picture_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "fraud_message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fraud_decision" ADD CONSTRAINT "fraud_decision_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "fraud_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One undecided case a claim: what is found meanwhile joins it.
CREATE UNIQUE INDEX "fraud_case_undecided_key" ON "fraud_case"("claim_id") WHERE "status" IN ('OPEN', 'ASKED');

ALTER TABLE "fraud_signal" ADD CONSTRAINT "fraud_signal_strength_check" CHECK ("strength" BETWEEN 1 AND 3);
