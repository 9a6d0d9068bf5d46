-- Pictures and files on the cards of a map. One that was copied to another map has the same id there, and rows of its own.
CREATE TABLE "map_file" (
    "map_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "small_hash" TEXT,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "unused_since" TIMESTAMPTZ(3),

    CONSTRAINT "map_file_pkey" PRIMARY KEY ("map_id","id")
);

-- Where a file is that a map from a file names.
CREATE INDEX "map_file_id_idx" ON "map_file"("id");

-- A stored file is removed only when nothing refers to it, which is looked for by these.
CREATE INDEX "map_file_hash_idx" ON "map_file"("hash");
CREATE INDEX "map_file_small_hash_idx" ON "map_file"("small_hash");
CREATE INDEX "map_file_unused_since_idx" ON "map_file"("unused_since");

ALTER TABLE "map_file" ADD CONSTRAINT "map_file_map_id_fkey" FOREIGN KEY ("map_id") REFERENCES "journey_map"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "map_file" ADD CONSTRAINT "map_file_hash_fkey" FOREIGN KEY ("hash") REFERENCES "blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "map_file" ADD CONSTRAINT "map_file_small_hash_fkey" FOREIGN KEY ("small_hash") REFERENCES "blob"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;
