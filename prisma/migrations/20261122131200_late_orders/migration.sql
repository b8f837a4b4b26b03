-- AlterEnum
ALTER TYPE "FraudSignalKind" ADD VALUE 'LATE_ORDERS';
