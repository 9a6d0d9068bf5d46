import { describe, expect, test } from 'vitest';
import { mergeSteps } from '@/lib/document/operations/mergeSteps';
import { moveSteps } from '@/lib/document/operations/steps';
import { readMap } from '@/lib/document/readMap';
import { diffMaps } from '@/lib/map/diff/diffMaps';
import { findMoved } from '@/lib/map/diff/findMoved';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { openDocument } from '@/tests/builders/document';
import { largeMap, smallMap } from '@/tests/builders/map';

const between = (a: JourneyMap, b: JourneyMap) =>
  diffMaps(a, b).differences.map((difference) => `${difference.kind} ${difference.collection} ${difference.id}`);

describe('what lies between two maps', () => {
  test('of a list of which one item moved, that one moved, and no other', () => {
    expect(findMoved(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual(new Set(['d']));
    expect(findMoved(['a', 'b', 'x', 'c'], ['a', 'y', 'b', 'c'])).toEqual(new Set());
  });

  test('a field is told with what it said before and after, a missing one by its absence', () => {
    const map = smallMap();
    const other = {
      ...map,
      meta: { ...map.meta, goal: '' },
      steps: map.steps.map(({ duration: _, ...step }) => step),
    };
    expect(diffMaps(map, other).differences).toEqual([
      {
        kind: 'changed',
        collection: 'meta',
        id: '',
        fields: [{ field: 'goal', before: 'A credit note without a second call', after: '' }],
      },
      { kind: 'changed', collection: 'steps', id: 'step2', fields: [{ field: 'duration', before: 4 }] },
    ]);
  });

  test('cards of a removed step come into the tray; what else hung on it goes with it', () => {
    const map = smallMap();
    const other = { ...map, steps: map.steps.map((step) => (step.id === 'step1' ? { ...step, deletedAt: 5 } : step)) };
    expect(between(map, other)).toEqual([
      'removed steps step1',
      'removed touchpoints touchpoint1',
      'removed stepDepartments step1:department2',
      'removed emotions step1:persona1',
      'moved cards card1',
      'moved cards card2',
    ]);
    const [move] = diffMaps(map, other).differences.filter(({ kind }) => kind === 'moved');
    expect(move).toMatchObject({ from: { unplaced: false }, to: { unplaced: true } });
  });

  test('a step that was merged into another says into which', () => {
    const doc = openDocument(smallMap());
    mergeSteps(doc, { ids: ['step2', 'step3'] });
    const { differences } = diffMaps(smallMap(), readMap(doc).map);
    expect(differences.filter(({ kind, collection }) => kind === 'removed' && collection === 'steps')).toMatchObject([
      { id: 'step3', mergedInto: 'step2' },
    ]);
  });

  test('moving one step tells of that step only, whatever was written to make room', () => {
    const doc = openDocument(largeMap({ steps: 6, lanes: 1, cardsPerCell: 1 }));
    const before = readMap(doc).map;
    moveSteps(doc, { ids: ['step5'], to: { before: 'step1' } });
    expect(between(before, readMap(doc).map)).toEqual(['moved steps step5']);
  });
});
