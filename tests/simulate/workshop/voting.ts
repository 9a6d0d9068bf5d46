import { votesAnswerSchema } from '@/lib/workshop/voting/votesAnswer';
import { pause } from '../../bench/sync/schedule';
import type { Dice } from './dice';
import type { Visitor } from './guest';

const votesPerPerson = 3;

type Voter = { visitor: Visitor };

/** What came of a vote: milliseconds of each dot, and how many were given and counted. */
export type Voted = { times: number[]; given: number; counted: number };

/** Lets the owner begin a workshop and open a vote, everybody vote within some seconds, and the owner close it. */
export async function holdVote(
  owner: Visitor,
  voters: readonly Voter[],
  { mapId, cardIds, dice, seconds }: { mapId: string; cardIds: readonly string[]; dice: Dice; seconds: number },
): Promise<Voted> {
  const votes = `/api/maps/${mapId}/votes`;
  await owner.send('POST', `/api/maps/${mapId}/workshop`, { type: 'start' });
  const kinds = ['note', 'painPoint', 'opportunity', 'question', 'quote'];
  const rules = { title: 'What first?', kinds, votesPerPerson, mostPerCard: 1 };
  const { open } = votesAnswerSchema.parse(await (await owner.send('POST', votes, rules)).json());
  if (!open) throw new Error('the vote did not open');
  const times: number[] = [];
  await Promise.all(
    voters.map(async ({ visitor }) => {
      // Cards far enough from each other in the list are different ones.
      const first = Math.floor(dice.between(0, cardIds.length));
      const waits = Array.from({ length: votesPerPerson }, () => dice.between(0, (seconds * 1_000) / votesPerPerson));
      for (const [at, wait] of waits.entries()) {
        await pause(wait);
        const start = performance.now();
        await visitor.send('PUT', `${votes}/${open.id}`, { cardId: cardIds[(first + at) % cardIds.length], count: 1 });
        times.push(performance.now() - start);
      }
    }),
  );
  const { closed } = votesAnswerSchema.parse(await (await owner.send('POST', `${votes}/${open.id}/close`, {})).json());
  const counted = closed.find(({ id }) => id === open.id)?.ranking.reduce((sum, { votes: count }) => sum + count, 0) ?? 0;
  return { times, given: times.length, counted };
}
