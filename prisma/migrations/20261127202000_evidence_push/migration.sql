-- Answers that a tool pushes one by one: the address and what its secret is derived from, what came there, and where pushed answers belong.
-- AlterTable
ALTER TABLE "evidence_import" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'file';

-- CreateTable
CREATE TABLE "evidence_webhook" (
    "id" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "previous_salt" TEXT,
    "previous_until" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "rotated_at" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_delivery" (
    "id" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "delivery_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" TEXT NOT NULL,
    "added" INTEGER NOT NULL DEFAULT 0,
    "known" INTEGER NOT NULL DEFAULT 0,
    "left_out" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "problem" JSONB,

    CONSTRAINT "evidence_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "evidence_webhook_source_id_key" ON "evidence_webhook"("source_id");

-- CreateIndex
CREATE INDEX "evidence_delivery_webhook_id_at_idx" ON "evidence_delivery"("webhook_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_delivery_webhook_id_delivery_id_key" ON "evidence_delivery"("webhook_id", "delivery_id");

-- AddForeignKey
ALTER TABLE "evidence_webhook" ADD CONSTRAINT "evidence_webhook_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "evidence_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_delivery" ADD CONSTRAINT "evidence_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "evidence_webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;
