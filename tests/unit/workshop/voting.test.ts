import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange } from '@/lib/map/arrange';
import { type Choices, countDots, VoteRefused, vote } from '@/lib/workshop/voting/ballot';
import { listCandidates } from '@/lib/workshop/voting/candidates';
import { countBallots } from '@/lib/workshop/voting/result';
import { newRoundSchema } from '@/lib/workshop/voting/round';
import { suggestVotes } from '@/lib/workshop/voting/suggestVotes';
import { mapBuilder } from '../../builders/map';

const ids = ['a', 'b', 'c', 'd', 'e'];
const cards = ids.map((id) => ({ id, text: `card ${id}`, kind: 'note' as const }));
const refusal = (run: () => unknown): string | null => {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof VoteRefused) return error.messageKey;
    throw error;
  }
};

describe('a ballot', () => {
  const limits = { votesPerPerson: 3, mostPerCard: 2 };
  const all = () => true;

  test('takes no word that every object knows for a card with votes', () => {
    for (const cardId of ['constructor', 'toString', '__proto__']) {
      expect(refusal(() => vote({}, { cardId, count: 3 }, limits, all))).toBe('voteMostPerCard');
      expect(refusal(() => vote({}, { cardId, count: 1 }, limits, () => false))).toBe('voteNotOnCard');
    }
    expect(vote({}, { cardId: 'constructor', count: 2 }, limits, all)).toEqual({ constructor: 2 });
  });

  test('never holds more than a person has, whatever they try, and what is refused changes nothing', () => {
    const attempts = fc.array(
      fc.record({ cardId: fc.constantFrom(...ids), count: fc.integer({ min: 0, max: 5 }), gone: fc.subarray(ids) }),
    );
    fc.assert(
      fc.property(attempts, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), (tries, votesPerPerson, most) => {
        const mostPerCard = Math.min(most, votesPerPerson);
        let ballot: Choices = {};
        for (const { cardId, count, gone } of tries) {
          const before = { ...ballot };
          try {
            ballot = vote(ballot, { cardId, count }, { votesPerPerson, mostPerCard }, (id) => !gone.includes(id));
            expect(ballot[cardId] ?? 0).toBe(count);
          } catch (error) {
            expect(error).toBeInstanceOf(VoteRefused);
            expect(ballot).toEqual(before);
          }
          expect(countDots(ballot)).toBeLessThanOrEqual(votesPerPerson);
          for (const dots of Object.values(ballot)) {
            expect(dots).toBeGreaterThan(0);
            expect(dots).toBeLessThanOrEqual(mostPerCard);
          }
        }
      }),
    );
  });

  test('says the same when it is sent twice', () => {
    const once = vote({ a: 1 }, { cardId: 'b', count: 2 }, limits, all);
    expect(vote(once, { cardId: 'b', count: 2 }, limits, all)).toEqual(once);
  });

  test('says why a vote does not count', () => {
    expect(refusal(() => vote({ a: 2, b: 1 }, { cardId: 'c', count: 1 }, limits, all))).toBe('voteUsedUp');
    expect(refusal(() => vote({}, { cardId: 'c', count: 3 }, limits, all))).toBe('voteMostPerCard');
    expect(refusal(() => vote({}, { cardId: 'c', count: 1 }, limits, () => false))).toBe('voteNotOnCard');
  });

  test('gives votes back whose card is gone, and lets one take them back there', () => {
    const isThere = (id: string) => id !== 'a';
    expect(vote({ a: 2, b: 1 }, { cardId: 'c', count: 2 }, limits, isThere)).toEqual({ b: 1, c: 2 });
    expect(vote({ a: 2, b: 1 }, { cardId: 'a', count: 0 }, limits, isThere)).toEqual({ b: 1 });
  });
});

describe('how many votes each person is given', () => {
  test('is a quarter of the cards, at least three and at most ten', () => {
    for (const [count, votes] of [
      [12, 3],
      [13, 3],
      [26, 6],
      [40, 10],
      [400, 10],
      [4, 3],
    ] as const) {
      expect(suggestVotes(count, false)).toBe(votes);
    }
  });

  test('is no more than can be given, where each card takes but one', () => {
    expect(suggestVotes(2, false)).toBe(2);
    expect(suggestVotes(2, true)).toBe(3);
    expect(suggestVotes(0, false)).toBe(1);
  });
});

describe('what came of a vote', () => {
  test('counts every vote that counts once, and ranks by votes alone', () => {
    const ballots = fc.array(fc.dictionary(fc.constantFrom(...ids, 'gone'), fc.integer({ min: 1, max: 4 })));
    fc.assert(
      fc.property(ballots, (given) => {
        const { voters, votes, ranking } = countBallots(given, cards);
        const sum = (id: string) => given.reduce((total, ballot) => total + (ballot[id] ?? 0), 0);
        for (const { id } of cards) expect(ranking.find(({ cardId }) => cardId === id)?.votes ?? 0).toBe(sum(id));
        expect(ranking.map(({ cardId }) => cardId)).not.toContain('gone');
        expect(votes).toBe(ids.reduce((total, id) => total + sum(id), 0));
        expect(voters).toBe(given.filter((ballot) => ids.some((id) => ballot[id] !== undefined)).length);
        for (const card of ranking) {
          expect(card.rank).toBe(1 + ranking.filter((other) => other.votes > card.votes).length);
        }
        // Whose ballot came first makes no difference.
        expect(countBallots([...given].reverse(), cards)).toEqual({ voters, votes, ranking });
      }),
    );
  });

  test('never ends a subject in the middle of a character, which no database takes', () => {
    const { ranking } = countBallots([{ a: 1 }], [{ id: 'a', text: `${'x'.repeat(199)}👍 and more`, kind: 'note' }]);
    expect(ranking[0]?.subject).toBe('x'.repeat(199));
  });

  test('lets cards with as many votes share a rank, in the order of the map', () => {
    const { ranking } = countBallots([{ c: 2 }, { b: 1, a: 1 }, { b: 1, d: 1 }], cards);
    expect(ranking.map(({ cardId, votes, rank }) => [cardId, votes, rank])).toEqual([
      ['b', 2, 1],
      ['c', 2, 1],
      ['a', 1, 3],
      ['d', 1, 3],
    ]);
  });
});

test('what can be voted for are cards of these kinds that are to be seen in these lanes', () => {
  const draft = mapBuilder();
  const [doing, thinking, hidden] = [
    draft.addLane('doing'),
    draft.addLane('thinking'),
    draft.addLane('support', { hidden: true }),
  ];
  const step = draft.addStep(draft.addStage('Stage'), 'Step');
  const pain = draft.addCard(step, doing, 'pain', { kind: 'painPoint' });
  const note = draft.addCard(step, thinking, 'note');
  draft.addCard(step, hidden, 'hidden', { kind: 'painPoint' });
  draft.addCard(step, doing, 'deleted', { kind: 'painPoint', deletedAt: 1 });
  draft.addCard('nowhere', doing, 'in the tray', { kind: 'painPoint' });
  const map = arrange(draft.toMap());
  const found = (kinds: Parameters<typeof listCandidates>[1]['kinds'], laneIds: string[] | null = null) =>
    listCandidates(map, { kinds, laneIds }).map(({ id }) => id);
  expect(found(['painPoint'])).toEqual([pain]);
  expect(found(['painPoint', 'note'])).toEqual([pain, note]);
  expect(found(['painPoint', 'note'], [thinking])).toEqual([note]);
  expect(found(['painPoint'], ['gone'])).toEqual([]);
  // A plain note is what its lane says.
  const pains = draft.addLane('painPoints');
  const noted = draft.addCard(step, pains, 'in the lane of pain points');
  const question = draft.addCard(step, pains, 'a question there', { kind: 'question' });
  const later = arrange(draft.toMap());
  expect(listCandidates(later, { kinds: ['painPoint'], laneIds: [pains] })).toMatchObject([{ id: noted, kind: 'painPoint' }]);
  expect(listCandidates(later, { kinds: ['note', 'question'], laneIds: [pains] })).toMatchObject([{ id: question }]);
});

test('a vote cannot be opened about nothing, or with more dots on a card than a person has', () => {
  const round = { title: ' Which first? ', kinds: ['painPoint'], votesPerPerson: 3, mostPerCard: 1 };
  expect(newRoundSchema.parse(round)).toEqual({ ...round, title: 'Which first?', laneIds: null });
  for (const wrong of [{ kinds: [] }, { mostPerCard: 4 }, { votesPerPerson: 0 }, { laneIds: [] }, { votesPerPerson: 21 }]) {
    expect(newRoundSchema.safeParse({ ...round, ...wrong }).success).toBe(false);
  }
});
