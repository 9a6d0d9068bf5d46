import { z } from 'zod';
import { idSchema } from '@/lib/map/id';
import { resultShape } from './result';
import { roundShape } from './round';

/** A vote that is open: one's own dots and how many people have voted. What the others voted for, nobody is told. */
export const openRoundSchema = z.object({
  ...roundShape,
  voters: z.number().int(),
  mine: z.record(z.string(), z.number().int()),
});
export type OpenRound = z.infer<typeof openRoundSchema>;

/** A vote that is closed. */
export const closedRoundSchema = z.object({
  ...roundShape,
  closedAt: z.iso.datetime(),
  ...resultShape,
  /** Whether its votes are on the cards now. */
  dotsShown: z.boolean(),
});
export type ClosedRound = z.infer<typeof closedRoundSchema>;

/** What the server says of the votes on a map. */
export const votesAnswerSchema = z.object({
  open: openRoundSchema.nullable(),
  /** The one that was closed last comes first. */
  closed: z.array(closedRoundSchema),
  mayVote: z.boolean(),
});
export type VotesAnswer = z.infer<typeof votesAnswerSchema>;

/** What is said to whoever has voted: their dots on all cards, as they count now. */
export const ballotAnswerSchema = openRoundSchema.pick({ id: true, voters: true, mine: true });
export type BallotAnswer = z.infer<typeof ballotAnswerSchema>;

/** What is sent to show a vote's dots on the cards; null: none. */
export const shownDotsSchema = z.strictObject({ roundId: idSchema.nullable() });
