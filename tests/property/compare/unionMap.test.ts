import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMap } from '@/lib/document/readMap';
import { toWordPieces } from '@/lib/document/wordDiff';
import { layoutLabels } from '@/lib/export/localeLabels';
import { arrange } from '@/lib/map/arrange';
import { compareStates } from '@/lib/map/compare/compareStates';
import { toStandingMap } from '@/lib/map/diff/standingMap';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { layoutComparison } from '@/lib/map/layout/compare/layoutComparison';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import { copyDocument, openDocument } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';
import { editNames, performEdit } from '@/tests/builders/randomEdit';
import { runs, withSameIds } from '../document/seeds';

const dice = fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 6 });
const edits = fc.array(fc.record({ name: fc.constantFrom(...editNames), dice }), { maxLength: 30 });

/** Calls a check with two maps that went different ways from a common beginning. */
function withTwoMaps(check: (before: JourneyMap, after: JourneyMap) => void): void {
  fc.assert(
    fc.property(edits, edits, (mine, yours) =>
      withSameIds(() => {
        const a = openDocument(smallMap());
        const b = copyDocument(a);
        for (const edit of mine) performEdit(a, edit.name, edit.dice);
        for (const edit of yours) performEdit(b, edit.name, edit.dice);
        check(readMap(a).map, readMap(b).map);
      }),
    ),
    runs(),
  );
}

const labels = layoutLabels('en');

test('a union shows everything of both states, each id once, and what is there after in its order of after', () => {
  withTwoMaps((before, after) => {
    const { union } = compareStates(before, after, toWordPieces);
    const [a, b] = [toStandingMap(before), toStandingMap(after)];
    for (const collection of ['stages', 'steps', 'lanes', 'cards', 'touchpoints', 'transitions', 'personas'] as const) {
      const ids = union.map[collection].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const wanted = [...a[collection], ...b[collection]].map(({ id }) => id);
      expect(new Set(ids.filter((id) => !union.ghosts.has(id)))).toEqual(new Set(wanted));
    }
    const [shown, now] = [arrange(union.map), arrange(b)];
    for (const stage of now.stages.filter(({ unplaced }) => !unplaced)) {
      const own = new Set(stage.steps.map(({ id }) => id));
      const steps = shown.stages.find(({ id }) => id === stage.id)?.steps.map(({ id }) => id) ?? [];
      expect(steps.filter((id) => own.has(id))).toEqual([...own]);
    }
    for (const [key, cards] of now.cells) {
      const own = new Set(cards.map(({ id }) => id));
      expect((shown.cells.get(key) ?? []).flatMap(({ id }) => (own.has(id) ? [id] : []))).toEqual([...own]);
    }
    // Nothing that was placed before is lost in the tray.
    const placed = new Set([...arrange(a).cells.values()].flat().map(({ id }) => id));
    const gone = new Set(a.cards.map(({ id }) => id).filter((id) => !b.cards.some((card) => card.id === id)));
    expect(shown.unplacedCards.filter(({ id }) => placed.has(id) && gone.has(id))).toEqual([]);
  });
});

test('every difference that is listed is one, once; and a comparison is laid out whatever lies between', () => {
  withTwoMaps((before, after) => {
    const compared = compareStates(before, after, toWordPieces);
    const entries = compared.groups.flatMap((group) => group.entries);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
    expect(entries.length).toBe(Object.values(compared.counts).reduce((sum, count) => sum + count));
    const layout = layoutMap(arrange(compared.union.map), { measure: measureText, labels });
    const kinds = new Set(['added', 'removed', 'changed', 'moved'] as const);
    const { marks, words } = layoutComparison(compared, layout, { measure: measureText, labels }, kinds);
    for (const { box } of marks) expect(Number.isFinite(box.x + box.y + box.width + box.height)).toBe(true);
    for (const word of words) expect(word.width).toBeGreaterThanOrEqual(0);
    const nothing = layoutComparison(compareStates(after, after, toWordPieces), layout, { measure: measureText, labels }, kinds);
    expect([nothing.marks, nothing.words, nothing.moves, nothing.gates]).toEqual([[], [], [], []]);
  });
});
