-- AlterTable
ALTER TABLE "report_import" ADD COLUMN     "sheets_aside" JSONB;
