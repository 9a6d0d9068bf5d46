-- How a map was at a moment. What is there already counts as looked at: no version is made of a map before it changes again.
-- AlterTable
ALTER TABLE "journey_map" ADD COLUMN     "version_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "versioned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "versioned_seq" INTEGER NOT NULL DEFAULT 1;

UPDATE "journey_map" SET "versioned_seq" = "seq";

-- CreateTable
CREATE TABLE "map_version" (
    "id" TEXT NOT NULL,
    "map_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "epoch" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "schema_version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "stage_count" INTEGER NOT NULL,
    "step_count" INTEGER NOT NULL,
    "card_count" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "file_ids" JSONB NOT NULL,
    "content_blob" TEXT NOT NULL,
    "document_blob" TEXT NOT NULL,
    "evidence_blob" TEXT,
    "evidence_workspace_id" TEXT,

    CONSTRAINT "map_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "map_version_map_id_number_key" ON "map_version"("map_id", "number");

-- CreateIndex
CREATE INDEX "map_version_map_id_content_hash_idx" ON "map_version"("map_id", "content_hash");

-- CreateIndex
CREATE INDEX "map_version_content_blob_idx" ON "map_version"("content_blob");

-- CreateIndex
CREATE INDEX "map_version_document_blob_idx" ON "map_version"("document_blob");

-- CreateIndex
CREATE INDEX "map_version_evidence_blob_idx" ON "map_version"("evidence_blob");

-- AddForeignKey
ALTER TABLE "map_version" ADD CONSTRAINT "map_version_map_id_fkey" FOREIGN KEY ("map_id") REFERENCES "journey_map"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "map_version" ADD CONSTRAINT "map_version_content_blob_fkey" FOREIGN KEY ("content_blob") REFERENCES "blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "map_version" ADD CONSTRAINT "map_version_document_blob_fkey" FOREIGN KEY ("document_blob") REFERENCES "blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "map_version" ADD CONSTRAINT "map_version_evidence_blob_fkey" FOREIGN KEY ("evidence_blob") REFERENCES "blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;
