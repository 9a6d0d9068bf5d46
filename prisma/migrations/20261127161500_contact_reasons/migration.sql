-- Categories of contact reasons, rules by words, and in which of them answers are.
-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "category_revision" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "evidence_import" ADD COLUMN     "category_revision" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "evidence_response" ADD COLUMN     "category_by" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "category_id" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "evidence_category" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "parent_id" TEXT,
    "name" TEXT NOT NULL,
    "aliases" JSONB NOT NULL DEFAULT '[]',
    "place" TEXT NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "moved_to" TEXT,

    CONSTRAINT "evidence_category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_rule" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "category_id" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "any" JSONB NOT NULL,
    "none" JSONB NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "evidence_rule_pkey" PRIMARY KEY ("id")
);

-- The source comes second: else a planner without statistics takes this index for the primary key.
-- CreateIndex
CREATE INDEX "evidence_response_category_id_source_id_at_fingerprint_idx" ON "evidence_response"("category_id", "source_id", "at" DESC, "fingerprint");

-- CreateIndex
CREATE INDEX "evidence_category_workspace_id_idx" ON "evidence_category"("workspace_id");

-- CreateIndex
CREATE INDEX "evidence_rule_workspace_id_idx" ON "evidence_rule"("workspace_id");

-- CreateIndex
CREATE INDEX "evidence_rule_category_id_idx" ON "evidence_rule"("category_id");

-- AddForeignKey
ALTER TABLE "evidence_category" ADD CONSTRAINT "evidence_category_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_rule" ADD CONSTRAINT "evidence_rule_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_rule" ADD CONSTRAINT "evidence_rule_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "evidence_category"("id") ON DELETE CASCADE ON UPDATE CASCADE;
