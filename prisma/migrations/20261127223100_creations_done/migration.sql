-- Whether what was asked for under a key was made: when it is not there then, it is gone, and is not made again.
ALTER TABLE "idempotent_creation" ADD COLUMN "done" BOOLEAN NOT NULL DEFAULT false;
