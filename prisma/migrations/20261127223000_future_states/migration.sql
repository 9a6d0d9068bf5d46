-- What a future state was derived from, and which changes of the current state are not taken over into it.
-- CreateTable
CREATE TABLE "future_state" (
    "map_id" TEXT NOT NULL,
    "source_map_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "version_number" INTEGER NOT NULL,
    "version_name" TEXT NOT NULL DEFAULT '',
    "version_at" TIMESTAMPTZ(3) NOT NULL,
    "title" TEXT NOT NULL,
    "signed" BOOLEAN NOT NULL,
    "content_hash" TEXT NOT NULL,
    "schema_version" INTEGER NOT NULL,
    "content_blob" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "future_state_pkey" PRIMARY KEY ("map_id")
);

-- CreateTable
CREATE TABLE "future_decision" (
    "map_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "future_decision_pkey" PRIMARY KEY ("map_id", "key")
);

-- CreateIndex
CREATE INDEX "future_state_source_map_id_idx" ON "future_state"("source_map_id");

-- CreateIndex
CREATE INDEX "future_state_content_blob_idx" ON "future_state"("content_blob");

-- AddForeignKey
ALTER TABLE "future_state" ADD CONSTRAINT "future_state_map_id_fkey" FOREIGN KEY ("map_id") REFERENCES "journey_map"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "future_state" ADD CONSTRAINT "future_state_content_blob_fkey" FOREIGN KEY ("content_blob") REFERENCES "blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "future_decision" ADD CONSTRAINT "future_decision_map_id_fkey" FOREIGN KEY ("map_id") REFERENCES "future_state"("map_id") ON DELETE CASCADE ON UPDATE CASCADE;
