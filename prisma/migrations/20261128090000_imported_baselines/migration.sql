-- What a future state that came as a file starts from, and the files that only its baseline shows. Which files those are of the ones that are there already,
-- housekeeping finds out (file_ids null until then: no file of such a map is swept).
-- AlterTable
ALTER TABLE "future_state" ADD COLUMN     "file_ids" JSONB,
ADD COLUMN     "from_file" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "linked" BOOLEAN NOT NULL DEFAULT true,
ALTER COLUMN "source_map_id" DROP NOT NULL,
ALTER COLUMN "version_id" DROP NOT NULL,
ALTER COLUMN "content_hash" DROP NOT NULL;
