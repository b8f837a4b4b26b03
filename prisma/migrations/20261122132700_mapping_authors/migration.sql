-- AlterTable
ALTER TABLE "import_mapping" ADD COLUMN "created_by_id" UUID;
