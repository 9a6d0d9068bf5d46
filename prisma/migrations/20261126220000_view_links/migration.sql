-- CreateTable
CREATE TABLE "view_link" (
    "id" TEXT NOT NULL,
    "map_id" TEXT NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "embeddable" BOOLEAN NOT NULL DEFAULT false,
    "embed_sites" TEXT NOT NULL DEFAULT '',
    "password_hash" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "view_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "view_link_map_id_idx" ON "view_link"("map_id");

-- AddForeignKey
ALTER TABLE "view_link" ADD CONSTRAINT "view_link_map_id_fkey" FOREIGN KEY ("map_id") REFERENCES "journey_map"("id") ON DELETE CASCADE ON UPDATE CASCADE;
