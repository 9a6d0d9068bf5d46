-- Who put a map or a workspace into the bin, and since when it is being removed for good: from then on it cannot come back.
ALTER TABLE "journey_map" ADD COLUMN "deleted_by" TEXT;
ALTER TABLE "journey_map" ADD COLUMN "purged_at" TIMESTAMPTZ(3);
ALTER TABLE "workspace" ADD COLUMN "deleted_by" TEXT;
ALTER TABLE "workspace" ADD COLUMN "purged_at" TIMESTAMPTZ(3);

-- Of maps that lie in the bin already, the audit log knows.
UPDATE "journey_map" m SET "deleted_by" = (
    SELECT a."actor_id" FROM "audit_entry" a WHERE a."map_id" = m."id" AND a."action" = 'map.deleted' ORDER BY a."id" DESC LIMIT 1)
WHERE m."deleted_at" IS NOT NULL;

-- A map's guests are found when it is removed.
CREATE INDEX "guest_map_id_idx" ON "guest"("map_id");
