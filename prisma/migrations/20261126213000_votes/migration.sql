-- Votes on the cards of a map (lib/workshop/voting). Who voted for what is kept only while a vote is open.
CREATE TABLE "vote_round" (
    "id" TEXT NOT NULL,
    "map_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kinds" JSONB NOT NULL,
    "lane_ids" JSONB,
    "votes_per_person" INTEGER NOT NULL,
    "most_per_card" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "opened_by" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "result" JSONB,
    "dots_shown" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "vote_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vote_ballot" (
    "round_id" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "choices" JSONB NOT NULL,

    CONSTRAINT "vote_ballot_pkey" PRIMARY KEY ("round_id","actor_id")
);

-- CreateIndex
CREATE INDEX "vote_round_map_id_opened_at_idx" ON "vote_round"("map_id", "opened_at");

-- CreateIndex
CREATE INDEX "vote_ballot_actor_id_idx" ON "vote_ballot"("actor_id");

-- AddForeignKey
ALTER TABLE "vote_round" ADD CONSTRAINT "vote_round_map_id_fkey" FOREIGN KEY ("map_id") REFERENCES "journey_map"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote_ballot" ADD CONSTRAINT "vote_ballot_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "vote_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;
