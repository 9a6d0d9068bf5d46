import { describe, expect, test } from 'vitest';
import { toWordPieces } from '@/lib/document/wordDiff';
import { arrange, cellKey } from '@/lib/map/arrange';
import { emphasiseDifferences } from '@/lib/map/compare/comparedEmphasis';
import { compareStates } from '@/lib/map/compare/compareStates';
import { mergeText } from '@/lib/map/compare/mergedText';
import { textKey } from '@/lib/map/compare/unionMap';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { smallMap } from '@/tests/builders/map';

const between = (before: JourneyMap, after: JourneyMap) => compareStates(before, after, toWordPieces);
const without = <T extends { id: string }>(records: readonly T[], id: string): T[] =>
  records.filter((record) => record.id !== id);
const change = <T extends { id: string }>(records: readonly T[], id: string, fields: object): T[] =>
  records.map((record) => (record.id === id ? { ...record, ...fields } : record));

describe('two states as one map', () => {
  test('what replaces a word stands a space behind it, and both are told apart', () => {
    const { text, spans } = mergeText(toWordPieces('Calls', 'Writes'));
    expect(text).toBe('Calls Writes');
    expect(spans.map(({ from, to, kind }) => `${kind} ${text.slice(from, to)}`)).toEqual(['removed Calls', 'added Writes']);
  });

  test('the same state twice is itself, unfolded, and nothing differs', () => {
    const map = smallMap();
    const folded = { ...map, lanes: change(map.lanes, 'lane1', { folded: true }) };
    const compared = between(folded, folded);
    expect(compared.union.map).toEqual(map);
    expect(compared.groups).toEqual([]);
    expect(compared.counts).toEqual({ added: 0, removed: 0, changed: 0, moved: 0 });
  });

  test('what was removed stands where it stood, between what stayed', () => {
    const map = smallMap();
    const after = { ...map, cards: without(map.cards, 'card3'), steps: without(map.steps, 'step2') };
    const { union } = between(map, after);
    const arranged = arrange(union.map);
    expect(arranged.steps.map(({ id }) => id)).toEqual(['step1', 'step2', 'step3']);
    expect(arranged.cells.get(cellKey('step2', 'lane1'))?.map(({ id }) => id)).toEqual(['card3', 'card4']);
    expect(arranged.unplacedCards).toEqual([]);
  });

  test('a card that moved to another cell stands there, and a second time where it was', () => {
    const map = smallMap();
    const after = { ...map, cards: change(map.cards, 'card1', { pos: { stepId: 'step3', laneId: 'lane1', order: 'a0' } }) };
    const { union, counts } = between(map, after);
    const { cells } = arrange(union.map);
    expect(cells.get(cellKey('step1', 'lane1'))?.map(({ id }) => id)).toEqual(['was-card1']);
    expect(cells.get(cellKey('step3', 'lane1'))?.map(({ id }) => id)).toEqual(['card1']);
    expect([...union.ghosts]).toEqual([['was-card1', 'card1']]);
    expect(counts).toEqual({ added: 0, removed: 0, changed: 0, moved: 1 });
  });

  test('a text that differs says both, word by word', () => {
    const map = smallMap();
    const after = { ...map, cards: change(map.cards, 'card1', { text: 'Opens the old letter' }) };
    const { union } = between(map, after);
    expect(union.map.cards.find(({ id }) => id === 'card1')?.text).toBe('Opens the old letter');
    expect(union.texts.get(textKey('cards', 'card1', 'text'))).toEqual([{ from: 10, to: 14, kind: 'added' }]);
  });
});

test('differences are listed step by step, the map as a whole first, with what hangs on a step under it', () => {
  const map = smallMap();
  const after: JourneyMap = {
    ...map,
    meta: { ...map.meta, goal: 'Peace' },
    moments: map.moments.map((moment) => ({ ...moment, gate: 'held' as const })),
    cards: without(map.cards, 'card1'),
    transitions: map.transitions.map((one) => (one.to === null ? { ...one, label: 'gives up' } : one)),
  };
  const { groups, summary } = between(map, after);
  expect(groups.map(({ number, entries }) => [number, entries.map(({ key }) => key)])).toEqual([
    [0, ['changed meta ']],
    [1, ['removed cards card1']],
    [2, ['changed moments step2', 'changed transitions transition2']],
  ]);
  expect(groups[2]?.entries.map(({ place }) => place)).toEqual([
    { type: 'step', id: 'step2' },
    { type: 'transition', id: 'transition2' },
  ]);
  expect(summary[0]?.type).toBe('gate');
});

test('what is the same recedes; what differs stands out with its step, and only what is asked for', () => {
  const map = smallMap();
  const after: JourneyMap = {
    ...map,
    cards: change(without(map.cards, 'card1'), 'card4', { text: 'Puts it on speaker' }),
  };
  const compared = between(map, after);
  const all = emphasiseDifferences(compared, new Set(['added', 'removed', 'changed', 'moved']));
  expect([[...all.steps], [...(all.cards ?? [])]]).toEqual([
    ['step1', 'step2'],
    ['card1', 'card4'],
  ]);
  const removed = emphasiseDifferences(compared, new Set(['removed']));
  expect([[...removed.steps], [...(removed.cards ?? [])]]).toEqual([['step1'], ['card1']]);
});
