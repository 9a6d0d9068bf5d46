import { expect, it } from 'vitest';
import type { OpenRound } from '@/lib/workshop/voting/votesAnswer';
import { createEditorFixture, first, indexOf } from '../editorFixture';

it('votes for the selected card by keyboard, says what is left, and leaves other cards and times without a vote alone', () => {
  const editor = createEditorFixture({ canWrite: false });
  const index = indexOf(editor.doc);
  const inLane = (kind: string) => index.layout.lanes.find((lane) => lane.kind === kind)?.id;
  const cardIn = (kind: string) => first(index.layout.cards.filter(({ laneId }) => laneId === inLane(kind))).id;
  const given: [string, number][] = [];
  editor.voting.getState().bind({
    ...editor.voting.getState(),
    give: (_round, cardId, count) => {
      given.push([cardId, count]);
      editor.voting.getState().expect(cardId, count);
      return Promise.resolve();
    },
  });
  const press = (shift = false) => editor.press('v', { ctrl: true, code: 'KeyV', alt: true, shift });
  editor.select({ type: 'card', id: cardIn('painPoints') });
  press();
  expect(given).toEqual([]);
  const open: OpenRound = {
    ...{ id: 'r', title: '', kinds: ['painPoint'], laneIds: null, votesPerPerson: 2, mostPerCard: 2 },
    ...{ openedAt: '2026-11-26T21:00:00.000Z', voters: 0, mine: {} },
  };
  editor.voting.getState().take({ open, closed: [], mayVote: true });
  for (const shift of [false, false, false, true, true, true]) press(shift);
  const id = cardIn('painPoints');
  expect(given).toEqual([
    [id, 1],
    [id, 2],
    [id, 1],
    [id, 0],
  ]);
  expect(editor.said).toEqual(['vote.given', 'vote.given', 'vote.refused', 'vote.takenBack', 'vote.takenBack', 'vote.none']);
  editor.select({ type: 'card', id: cardIn('doing') });
  press();
  expect(given).toHaveLength(4);
});
