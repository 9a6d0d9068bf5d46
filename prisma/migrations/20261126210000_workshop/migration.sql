-- The workshop on a map: who leads it, and what they set for everybody (lib/workshop/state.ts).
CREATE TABLE "workshop" (
    "map_id" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workshop_pkey" PRIMARY KEY ("map_id")
);

-- AddForeignKey
ALTER TABLE "workshop" ADD CONSTRAINT "workshop_map_id_fkey" FOREIGN KEY ("map_id") REFERENCES "journey_map"("id") ON DELETE CASCADE ON UPDATE CASCADE;
