-- Rows that would make a refund smaller or lift a cancellation stand apart from other changes.
ALTER TYPE "RowOutcome" ADD VALUE 'BACKWARD' AFTER 'UPDATED';

-- AlterTable
ALTER TABLE "import_row" ADD COLUMN "change" JSONB;

-- AlterTable
ALTER TABLE "report_import" ADD COLUMN "takes_back" BOOLEAN NOT NULL DEFAULT false;
