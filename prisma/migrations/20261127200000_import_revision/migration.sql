-- How often what is counted of an import has changed, so that a process that keeps counts reads only those of changed imports again.
-- AlterTable
ALTER TABLE "evidence_import" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;
