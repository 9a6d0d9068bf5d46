-- Which version was brought back, in which parts, and what the map was before: for undoing it.
-- CreateTable
CREATE TABLE "map_restore" (
    "before_id" TEXT NOT NULL,
    "map_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "parts" JSONB,
    "restored_by" TEXT NOT NULL,
    "restored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_by" TEXT,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "map_restore_pkey" PRIMARY KEY ("before_id")
);

-- CreateIndex
CREATE INDEX "map_restore_map_id_idx" ON "map_restore"("map_id");

-- CreateIndex
CREATE INDEX "map_restore_version_id_idx" ON "map_restore"("version_id");

-- AddForeignKey
ALTER TABLE "map_restore" ADD CONSTRAINT "map_restore_before_id_fkey" FOREIGN KEY ("before_id") REFERENCES "map_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "map_restore" ADD CONSTRAINT "map_restore_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "map_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;
