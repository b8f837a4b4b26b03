-- DropForeignKey
ALTER TABLE "invitation" DROP CONSTRAINT "invitation_invited_by_id_fkey";

-- AlterTable
ALTER TABLE "invitation" ALTER COLUMN "invited_by_id" DROP NOT NULL;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
