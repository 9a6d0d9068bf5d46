-- CreateTable
CREATE TABLE "evidence_text" (
    "source_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "words" JSONB NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_text_pkey" PRIMARY KEY ("source_id","key")
);

-- CreateTable
CREATE TABLE "evidence_search" (
    "source_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "import_id" TEXT NOT NULL,

    CONSTRAINT "evidence_search_pkey" PRIMARY KEY ("source_id","key","import_id")
);

-- CreateTable
CREATE TABLE "evidence_match" (
    "source_id" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "evidence_match_pkey" PRIMARY KEY ("source_id","fingerprint","key")
);

-- DropIndex
DROP INDEX "evidence_response_import_id_idx";

-- CreateIndex
CREATE INDEX "evidence_response_import_id_fingerprint_idx" ON "evidence_response"("import_id", "fingerprint");

-- CreateIndex
CREATE INDEX "evidence_search_import_id_idx" ON "evidence_search"("import_id");

-- CreateIndex
CREATE INDEX "evidence_match_source_id_key_idx" ON "evidence_match"("source_id", "key");

-- AddForeignKey
ALTER TABLE "evidence_text" ADD CONSTRAINT "evidence_text_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "evidence_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_search" ADD CONSTRAINT "evidence_search_source_id_key_fkey" FOREIGN KEY ("source_id", "key") REFERENCES "evidence_text"("source_id", "key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_search" ADD CONSTRAINT "evidence_search_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "evidence_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_match" ADD CONSTRAINT "evidence_match_source_id_fingerprint_fkey" FOREIGN KEY ("source_id", "fingerprint") REFERENCES "evidence_response"("source_id", "fingerprint") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_match" ADD CONSTRAINT "evidence_match_source_id_key_fkey" FOREIGN KEY ("source_id", "key") REFERENCES "evidence_text"("source_id", "key") ON DELETE CASCADE ON UPDATE CASCADE;

-- Answers themselves are counted from now on (column 0), and the texts that customers wrote (under the numbers of their columns).
INSERT INTO "evidence_rollup" ("import_id", "column_number", "slice_id", "day", "score", "count")
SELECT r."import_id", said."column_number", r."slice_id", r."day", 0, count(*)
FROM "evidence_response" r CROSS JOIN LATERAL (
  SELECT v.key::int AS "column_number" FROM jsonb_object_keys(r."verbatims") v(key) UNION ALL SELECT 0
) said
GROUP BY 1, 2, 3, 4
ON CONFLICT DO NOTHING;
