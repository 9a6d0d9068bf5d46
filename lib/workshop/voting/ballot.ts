import { z } from 'zod';
import { idSchema } from '@/lib/map/id';
import type { Dots, RoundRules } from './round';

/** What one person has voted for: numbers of dots, all above 0, by cards' ids. */
export type Choices = Readonly<Record<string, number>>;

const choicesSchema = z.record(idSchema, z.number().int().min(1));

/** What is stored is read with care: a ballot that cannot be read is empty. */
export const toChoices = (value: unknown): Choices => choicesSchema.safeParse(value).data ?? {};

type Limits = Pick<RoundRules, 'votesPerPerson' | 'mostPerCard'>;

/** Votes on cards that can still be voted for: those on others are given back. */
export function withoutLost(choices: Choices, isCandidate: (cardId: string) => boolean): Choices {
  const kept = Object.entries(choices).filter(([cardId]) => isCandidate(cardId));
  return kept.length === Object.keys(choices).length ? choices : Object.fromEntries(kept);
}

/** How many dots somebody has given. */
export const countDots = (choices: Choices): number => Object.values(choices).reduce((sum, count) => sum + count, 0);

/** Why a vote does not count: the key of a sentence in the `errors` messages. */
export class VoteRefused extends Error {
  override name = 'VoteRefused';
  /** `max`: how many there may be, for the sentence. */
  constructor(
    readonly messageKey: 'voteNotOnCard' | 'voteUsedUp' | 'voteMostPerCard',
    readonly max: number,
  ) {
    super(messageKey);
  }
}

/** A ballot after somebody gave a card so many dots. Taking dots back is always possible. Throws `VoteRefused`. */
export function vote(
  choices: Choices,
  { cardId, count }: Dots,
  { votesPerPerson, mostPerCard }: Limits,
  isCandidate: (cardId: string) => boolean,
): Choices {
  // An id may be any word, such as `constructor`, which every object knows.
  const before = Object.hasOwn(choices, cardId) ? (choices[cardId] ?? 0) : 0;
  const others = withoutLost(choices, (id) => id !== cardId && isCandidate(id));
  if (count > before) {
    if (!isCandidate(cardId)) throw new VoteRefused('voteNotOnCard', 0);
    if (count > mostPerCard) throw new VoteRefused('voteMostPerCard', mostPerCard);
    if (countDots(others) + count > votesPerPerson) throw new VoteRefused('voteUsedUp', votesPerPerson);
  }
  return count > 0 ? { ...others, [cardId]: count } : others;
}
