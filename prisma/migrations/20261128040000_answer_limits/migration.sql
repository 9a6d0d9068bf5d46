-- From how many answers on a workspace shows a score, and from how many on it is no longer tentative.
-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "firm_answers" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "score_answers" INTEGER NOT NULL DEFAULT 10;
