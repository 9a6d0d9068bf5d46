-- What customers said: where it comes from, files of it, the answers, and how often each score was given.
-- CreateTable
CREATE TABLE "evidence_source" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "basis" TEXT,
    "name" TEXT NOT NULL,
    "retention_days" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_column" (
    "source_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "scale" JSONB,
    "method" JSONB,

    CONSTRAINT "evidence_column_pkey" PRIMARY KEY ("source_id","number")
);

-- CreateTable
CREATE TABLE "evidence_plan" (
    "source_id" TEXT NOT NULL,
    "shape" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_plan_pkey" PRIMARY KEY ("source_id","shape")
);

-- CreateTable
CREATE TABLE "evidence_import" (
    "id" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "byte_count" INTEGER NOT NULL,
    "bytes_read" INTEGER NOT NULL DEFAULT 0,
    "plan" JSONB,
    "shape" TEXT,
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "erased" INTEGER NOT NULL DEFAULT 0,
    "expired" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "failure" JSONB,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_rejection" (
    "import_id" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "problem" JSONB NOT NULL,

    CONSTRAINT "evidence_rejection_pkey" PRIMARY KEY ("import_id","row")
);

-- CreateTable
CREATE TABLE "evidence_response" (
    "source_id" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "import_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3),
    "day" TEXT NOT NULL DEFAULT '',
    "slice_id" TEXT NOT NULL,
    "scores" JSONB NOT NULL,
    "verbatims" JSONB NOT NULL,
    "personal" JSONB NOT NULL,
    "persons" JSONB NOT NULL,

    CONSTRAINT "evidence_response_pkey" PRIMARY KEY ("source_id","fingerprint")
);

-- CreateTable
CREATE TABLE "evidence_person" (
    "source_id" TEXT NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,

    CONSTRAINT "evidence_person_pkey" PRIMARY KEY ("source_id","pseudonym","fingerprint")
);

-- CreateTable
CREATE TABLE "evidence_slice" (
    "source_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "dimensions" JSONB NOT NULL,

    CONSTRAINT "evidence_slice_pkey" PRIMARY KEY ("source_id","id")
);

-- CreateTable
CREATE TABLE "evidence_rollup" (
    "import_id" TEXT NOT NULL,
    "column_number" INTEGER NOT NULL,
    "slice_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "score" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "evidence_rollup_pkey" PRIMARY KEY ("import_id","column_number","slice_id","day","score")
);

-- CreateTable
CREATE TABLE "evidence_key" (
    "workspace_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "evidence_key_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateTable
CREATE TABLE "evidence_erasure" (
    "workspace_id" TEXT NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by" TEXT NOT NULL,

    CONSTRAINT "evidence_erasure_pkey" PRIMARY KEY ("workspace_id","pseudonym")
);

-- CreateIndex
CREATE INDEX "evidence_source_workspace_id_idx" ON "evidence_source"("workspace_id");

-- CreateIndex
CREATE INDEX "evidence_import_source_id_idx" ON "evidence_import"("source_id");

-- CreateIndex
CREATE INDEX "evidence_import_state_idx" ON "evidence_import"("state");

-- CreateIndex
CREATE INDEX "evidence_response_import_id_idx" ON "evidence_response"("import_id");

-- CreateIndex
CREATE INDEX "evidence_response_source_id_at_idx" ON "evidence_response"("source_id", "at");

-- CreateIndex
CREATE INDEX "evidence_response_source_id_slice_id_at_idx" ON "evidence_response"("source_id", "slice_id", "at");

-- AddForeignKey
ALTER TABLE "evidence_source" ADD CONSTRAINT "evidence_source_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_column" ADD CONSTRAINT "evidence_column_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "evidence_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_plan" ADD CONSTRAINT "evidence_plan_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "evidence_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_import" ADD CONSTRAINT "evidence_import_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "evidence_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_rejection" ADD CONSTRAINT "evidence_rejection_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "evidence_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_response" ADD CONSTRAINT "evidence_response_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "evidence_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_response" ADD CONSTRAINT "evidence_response_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "evidence_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_person" ADD CONSTRAINT "evidence_person_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "evidence_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_slice" ADD CONSTRAINT "evidence_slice_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "evidence_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_rollup" ADD CONSTRAINT "evidence_rollup_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "evidence_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_key" ADD CONSTRAINT "evidence_key_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_erasure" ADD CONSTRAINT "evidence_erasure_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
