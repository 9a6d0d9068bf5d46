-- Answers are listed by when they were given, and by their fingerprint within a moment.
-- DropIndex
DROP INDEX "evidence_response_source_id_at_idx";

-- CreateIndex
CREATE INDEX "evidence_response_source_id_at_fingerprint_idx" ON "evidence_response"("source_id", "at" DESC, "fingerprint");
