import { expect, it } from 'vitest';
import { hasWordsOf } from '@/lib/document/future/hasWordsOf';
import { listCurrentChanges } from '@/lib/document/future/listCurrentChanges';
import { groupSince } from '@/lib/document/future/sinceGroups';
import { takeOver } from '@/lib/document/future/takeOver';
import { deleteCards } from '@/lib/document/operations/cards';
import { deleteStep, renameStep } from '@/lib/document/operations/steps';
import { readMap } from '@/lib/document/readMap';
import { setText } from '@/lib/document/textReference';
import { copyDocument, openDocument } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';

it.each([
  ['Reply within 5 days', 'Reply within 2 days', 'Reply within 5 days, 20 calls', false],
  ['Reply within 5 days', 'Reply within 2 days', 'Reply within 2 days, 20 calls', true],
  ['Waits', 'Waits on hold', 'Is called back', false],
  ['Waits', 'Waits on hold', 'Waits on hold at home', true],
  ['Waits on hold', 'Waits', 'Waits at home', true],
  ['Waits on hold', 'Waits', 'Waits on hold at home', false],
  ['Waits', 'Waits …', 'Waits … long', true],
])('“%s” became “%s”: whether “%s” has taken that up', (common, other, text, expected) => {
  expect(hasWordsOf(common, other, text)).toBe(expected);
});

it('what somebody went on with stays when the step goes on which it stands, until it is named itself', () => {
  const source = openDocument(smallMap());
  const base = readMap(source).map;
  const future = copyDocument(source);
  const card = base.cards.find(({ pos }) => pos.stepId === 'step1');
  const id = card?.id ?? '';
  setText(future, { reference: { type: 'card', id, field: 'text' }, text: 'Said anew' });
  const own = base.cards.filter(({ pos }) => pos.stepId === 'step1').map((one) => one.id);
  deleteCards(source, { ids: own });
  deleteStep(source, { id: 'step1' });
  const current = readMap(source).map;
  const listed = groupSince({ base, current, future: readMap(future).map }, new Map(), new Map()).open.flatMap(
    ({ entries }) => entries,
  );
  expect(listed.find(({ entry }) => entry.key === `removed cards ${id}`)?.state).toBe('conflict');

  takeOver(future, { base, current }, new Set(['removed steps step1']), { at: 5 });
  const map = readMap(future).map;
  expect(map.steps.find((step) => step.id === 'step1')?.deletedAt).toBe(5);
  expect(map.cards.find((one) => one.id === id)).toMatchObject({ text: 'Said anew' });
  expect(map.cards.find((one) => one.id === id)?.deletedAt).toBeUndefined();

  takeOver(future, { base, current }, new Set([`removed cards ${id}`]), { at: 6 });
  expect(readMap(future).map.cards.find((one) => one.id === id)?.deletedAt).toBe(6);
});

it('what is taken over once is not written a second time beside another field', () => {
  const source = openDocument(smallMap());
  const base = readMap(source).map;
  const future = copyDocument(source);
  renameStep(source, { id: 'step1', title: 'Sees the bill twice' });
  setText(source, { reference: { type: 'step', id: 'step1', field: 'notes' }, text: 'In the app' });
  renameStep(future, { id: 'step1', title: 'Sees the bill twice a month' });
  const current = readMap(source).map;
  takeOver(future, { base, current }, new Set(['changed steps step1']), { at: 5 });
  const step = readMap(future).map.steps.find(({ id }) => id === 'step1');
  expect(step).toMatchObject({ title: 'Sees the bill twice a month', notes: 'In the app' });
  const states = listCurrentChanges({ base, current, future: readMap(future).map }).map(({ state }) => state);
  expect(states).toEqual(['taken']);
});
