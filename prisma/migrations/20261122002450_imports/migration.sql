-- CreateEnum
CREATE TYPE "ImportReport" AS ENUM ('SHOPEE_ORDERS', 'SHOPEE_COMMISSION', 'SHOPEE_CONVERSION', 'SHOPEE_CLICKS', 'SHOPEE_AMS_AFFILIATES', 'SHOPEE_AMS_PRODUCTS', 'SHOPEE_VOUCHERS', 'TIKTOK_ORDERS', 'TIKTOK_AFFILIATE', 'TIKTOK_CREATORS', 'TIKTOK_VIDEOS', 'TOKOPEDIA_LEGACY', 'META_ADS');

-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('READING', 'NEEDS_INPUT', 'COMPARING', 'READY', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE', 'CANCELLED', 'REFUSED');

-- CreateEnum
CREATE TYPE "RowOutcome" AS ENUM ('PENDING', 'NEW', 'UPDATED', 'UNCHANGED', 'SKIPPED', 'REFUSED');

-- CreateTable
CREATE TABLE "report_import" (
    "id" UUID NOT NULL,
    "institution_id" UUID,
    "creator_id" UUID,
    "uploaded_by_id" UUID NOT NULL,
    "status" "ImportStatus" NOT NULL DEFAULT 'READING',
    "report" "ImportReport",
    "file_name" TEXT NOT NULL,
    "file_bytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT,
    "format" TEXT,
    "detail" TEXT,
    "header_row" INTEGER,
    "headers" JSONB,
    "columns" JSONB,
    "candidates" JSONB,
    "days" JSONB,
    "period_from" TIMESTAMPTZ(3),
    "period_to" TIMESTAMPTZ(3),
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "refusal" JSONB,
    "run_id" UUID,
    "share" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "cursor" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failed_at" TIMESTAMPTZ(3),
    "rows" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "applied" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ready_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by_id" UUID,
    "applied_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    "end_reason" TEXT,
    "pruned_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "key" TEXT,
    "outcome" "RowOutcome" NOT NULL DEFAULT 'PENDING',
    "column" TEXT,
    "reason" TEXT,
    "params" JSONB,
    "fact" JSONB,
    "institution_id" UUID,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","row")
);

-- CreateTable
CREATE TABLE "report_metric" (
    "import_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "institution_id" UUID NOT NULL,
    "report" "ImportReport" NOT NULL,
    "period_from" TIMESTAMPTZ(3) NOT NULL,
    "period_to" TIMESTAMPTZ(3) NOT NULL,
    "entity_kind" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "entity_name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "value" DECIMAL(24,6) NOT NULL,

    CONSTRAINT "report_metric_pkey" PRIMARY KEY ("import_id","key","metric")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "owner_id" UUID NOT NULL,
    "report" "ImportReport" NOT NULL,
    "header" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("owner_id","report","header")
);

-- CreateIndex
CREATE INDEX "report_import_institution_id_created_at_id_idx" ON "report_import"("institution_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "report_import_creator_id_created_at_id_idx" ON "report_import"("creator_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "report_import_sha256_idx" ON "report_import"("sha256");

-- CreateIndex
CREATE INDEX "report_import_status_created_at_idx" ON "report_import"("status", "created_at");

-- CreateIndex
CREATE INDEX "import_row_import_id_key_idx" ON "import_row"("import_id", "key");

-- CreateIndex
CREATE INDEX "import_row_import_id_outcome_row_idx" ON "import_row"("import_id", "outcome", "row");

-- CreateIndex
CREATE INDEX "report_metric_institution_id_report_key_idx" ON "report_metric"("institution_id", "report", "key");

-- AddForeignKey
ALTER TABLE "report_import" ADD CONSTRAINT "report_import_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_import" ADD CONSTRAINT "report_import_creator_id_fkey" FOREIGN KEY ("creator_id") REFERENCES "creator"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_import" ADD CONSTRAINT "report_import_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "report_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_metric" ADD CONSTRAINT "report_metric_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "report_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
