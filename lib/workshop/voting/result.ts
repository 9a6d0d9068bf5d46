import { z } from 'zod';
import { cardKinds } from '@/lib/map/card';
import { type Choices, withoutLost } from './ballot';
import type { Candidate } from './candidates';

/** More cards than these a ranking does not tell. */
const mostRanked = 1_000;
const longestSubject = 200;

/** A card in a ranking. Cards with as many votes share a rank; the next one is behind all of them (1, 2, 2, 4). */
const rankedSchema = z.object({
  cardId: z.string(),
  /** What the card said when the vote was closed, so that the ranking can be read when it is gone. */
  subject: z.string(),
  kind: z.enum(cardKinds),
  votes: z.number().int().min(1),
  rank: z.number().int().min(1),
});
export type RankedCard = z.infer<typeof rankedSchema>;

/** What came of a vote: sums only, nobody's choices. */
export const resultShape = {
  /** How many people gave at least one vote that counts. */
  voters: z.number().int().min(0),
  votes: z.number().int().min(0),
  ranking: z.array(rankedSchema).max(mostRanked),
};
export const resultSchema = z.object(resultShape);
export type VoteResult = z.infer<typeof resultSchema>;

/** One line, and never half a character at its end: a database takes none. */
const toSubject = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestSubject)
    .replace(/[\ud800-\udbff]$/, '');

/** Counts ballots. `candidates` in the order of the map, which is also that of cards with as many votes; votes for other cards do not count. */
export function countBallots(ballots: readonly Choices[], candidates: readonly Candidate[]): VoteResult {
  const sums = new Map(candidates.map(({ id }) => [id, 0]));
  let voters = 0;
  for (const ballot of ballots) {
    const counted = Object.entries(withoutLost(ballot, (id) => sums.has(id)));
    if (counted.length > 0) voters += 1;
    for (const [id, count] of counted) sums.set(id, (sums.get(id) ?? 0) + count);
  }
  const sorted = candidates
    .map(({ id, text, kind }) => ({ cardId: id, subject: toSubject(text), kind, votes: sums.get(id) ?? 0 }))
    .filter(({ votes }) => votes > 0)
    .sort((a, b) => b.votes - a.votes);
  return {
    voters,
    votes: sorted.reduce((sum, { votes }) => sum + votes, 0),
    ranking: sorted
      .slice(0, mostRanked)
      .map((card) => ({ ...card, rank: sorted.findIndex(({ votes }) => votes === card.votes) + 1 })),
  };
}
