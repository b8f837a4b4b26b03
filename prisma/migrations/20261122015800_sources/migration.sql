-- CreateEnum
CREATE TYPE "DeliveryOutcome" AS ENUM ('STORED', 'SKIPPED', 'REFUSED');

-- CreateTable
CREATE TABLE "site_key" (
    "institution_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "origins" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "rotated_at" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3),
    "seen_origin" TEXT,
    "seen_what" TEXT,
    "refused_at" TIMESTAMPTZ(3),
    "refused_origin" TEXT,
    "refusal" JSONB,

    CONSTRAINT "site_key_pkey" PRIMARY KEY ("institution_id")
);

-- CreateTable
CREATE TABLE "woo_endpoint" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "secret_sealed" TEXT NOT NULL,
    "previous_sealed" TEXT,
    "previous_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "rotated_at" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "pinged_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "refused_at" TIMESTAMPTZ(3),

    CONSTRAINT "woo_endpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "woo_delivery" (
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "delivery_id" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "shop_order_id" TEXT,
    "order_id" TEXT,
    "outcome" "DeliveryOutcome" NOT NULL,
    "reason" JSONB,
    "conversion_id" UUID,
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "woo_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "site_key_key_key" ON "site_key"("key");

-- CreateIndex
CREATE UNIQUE INDEX "woo_endpoint_institution_id_key" ON "woo_endpoint"("institution_id");

-- CreateIndex
CREATE INDEX "woo_delivery_endpoint_id_id_idx" ON "woo_delivery"("endpoint_id", "id");

-- CreateIndex
CREATE INDEX "woo_delivery_endpoint_id_shop_order_id_id_idx" ON "woo_delivery"("endpoint_id", "shop_order_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "woo_delivery_endpoint_id_delivery_id_body_hash_key" ON "woo_delivery"("endpoint_id", "delivery_id", "body_hash");

-- AddForeignKey
ALTER TABLE "site_key" ADD CONSTRAINT "site_key_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "woo_endpoint" ADD CONSTRAINT "woo_endpoint_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "woo_delivery" ADD CONSTRAINT "woo_delivery_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "woo_endpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
