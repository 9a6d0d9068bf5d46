-- Whether it is not known that a version was brought back: a crash may come between noting that it is to be, and doing it.
ALTER TABLE "map_restore" ADD COLUMN "pending" BOOLEAN NOT NULL DEFAULT false;
