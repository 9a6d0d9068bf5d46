-- Answers that somebody types in, with pictures and files.
-- CreateTable
CREATE TABLE "evidence_entry" (
    "fingerprint" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "keeps_personal" BOOLEAN NOT NULL DEFAULT false,
    "author_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_entry_pkey" PRIMARY KEY ("fingerprint")
);

-- CreateTable
CREATE TABLE "evidence_file" (
    "id" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "small_hash" TEXT,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "evidence_entry_source_id_idx" ON "evidence_entry"("source_id");

-- CreateIndex
CREATE INDEX "evidence_file_fingerprint_idx" ON "evidence_file"("fingerprint");

-- CreateIndex
CREATE INDEX "evidence_file_hash_idx" ON "evidence_file"("hash");

-- CreateIndex
CREATE INDEX "evidence_file_small_hash_idx" ON "evidence_file"("small_hash");

-- AddForeignKey
ALTER TABLE "evidence_entry" ADD CONSTRAINT "evidence_entry_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "evidence_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_fingerprint_fkey" FOREIGN KEY ("fingerprint") REFERENCES "evidence_entry"("fingerprint") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_hash_fkey" FOREIGN KEY ("hash") REFERENCES "blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_small_hash_fkey" FOREIGN KEY ("small_hash") REFERENCES "blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;
