import { z } from 'zod';
import { cardKinds } from '@/lib/map/card';
import { idSchema } from '@/lib/map/id';

export const longestVoteTitle = 120;
export const mostVotesPerPerson = 20;
/** Votes that a map keeps, the open one included. */
export const mostRounds = 100;

/** What can be voted for, and how often by each person. */
const rules = {
  /** Cards of these kinds. */
  kinds: z.array(z.enum(cardKinds)).min(1).max(cardKinds.length),
  /** In these lanes only; null: in all of them. */
  laneIds: z.array(idSchema).min(1).max(200).nullable(),
  votesPerPerson: z.number().int().min(1).max(mostVotesPerPerson),
  /** How many of them may go to one card. */
  mostPerCard: z.number().int().min(1).max(mostVotesPerPerson),
};

/** What is sent to open a vote. */
export const newRoundSchema = z
  .strictObject({ title: z.string().trim().max(longestVoteTitle), ...rules, laneIds: rules.laneIds.default(null) })
  .refine(({ mostPerCard, votesPerPerson }) => mostPerCard <= votesPerPerson, {
    path: ['mostPerCard'],
    error: 'is more than each person has',
  });
export type NewRound = z.output<typeof newRoundSchema>;
export type RoundRules = Pick<NewRound, keyof typeof rules>;

/** What a vote is about, as it is told. */
export const roundShape = { id: z.string(), title: z.string(), ...rules, openedAt: z.iso.datetime() };

/** What is sent to vote: how many dots one card has of oneself now. Sent twice it changes nothing. */
export const dotsSchema = z.strictObject({ cardId: idSchema, count: z.number().int().min(0).max(mostVotesPerPerson) });
export type Dots = z.output<typeof dotsSchema>;
