-- Versions that are put up for sign-off, and whose signatures are wanted under them.
-- CreateTable
CREATE TABLE "map_sign_off" (
    "id" TEXT NOT NULL,
    "map_id" TEXT NOT NULL,
    "version_id" TEXT,
    "version_number" INTEGER NOT NULL,
    "version_name" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'open',
    "every_department" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL DEFAULT '',
    "due_on" TEXT,
    "instead_of" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_by" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "map_sign_off_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "map_signature" (
    "id" TEXT NOT NULL,
    "sign_off_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "actor_id" TEXT NOT NULL,
    "department_id" TEXT,
    "department_name" TEXT NOT NULL DEFAULT '',
    "decision" TEXT NOT NULL DEFAULT 'pending',
    "reason" TEXT NOT NULL DEFAULT '',
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "map_signature_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "map_sign_off_map_id_created_at_idx" ON "map_sign_off"("map_id", "created_at");

-- CreateIndex
CREATE INDEX "map_sign_off_version_id_idx" ON "map_sign_off"("version_id");

-- CreateIndex
CREATE UNIQUE INDEX "map_signature_sign_off_id_place_key" ON "map_signature"("sign_off_id", "place");

-- CreateIndex
CREATE INDEX "map_signature_actor_id_idx" ON "map_signature"("actor_id");

-- AddForeignKey
ALTER TABLE "map_sign_off" ADD CONSTRAINT "map_sign_off_map_id_fkey" FOREIGN KEY ("map_id") REFERENCES "journey_map"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "map_sign_off" ADD CONSTRAINT "map_sign_off_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "map_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "map_signature" ADD CONSTRAINT "map_signature_sign_off_id_fkey" FOREIGN KEY ("sign_off_id") REFERENCES "map_sign_off"("id") ON DELETE CASCADE ON UPDATE CASCADE;
