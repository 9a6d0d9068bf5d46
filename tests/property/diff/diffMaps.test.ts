import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMap } from '@/lib/document/readMap';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import { applyDiff } from '@/lib/map/diff/applyDiff';
import { diffMaps } from '@/lib/map/diff/diffMaps';
import type { Difference, MapDiff } from '@/lib/map/diff/mapDiff';
import { toStandingMap } from '@/lib/map/diff/standingMap';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { copyDocument, openDocument } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';
import { editNames, performEdit } from '@/tests/builders/randomEdit';
import { runs, withSameIds } from '../document/seeds';

const dice = fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 6 });
const edits = fc.array(fc.record({ name: fc.constantFrom(...editNames), dice }), { maxLength: 30 });
type Edits = readonly { name: string; dice: number[] }[];

/** Calls a check with two maps that went different ways from a common beginning. */
function withTwoMaps(check: (a: JourneyMap, b: JourneyMap) => void): void {
  fc.assert(
    fc.property(edits, edits, edits, (before: Edits, mine: Edits, yours: Edits) =>
      withSameIds(() => {
        const a = openDocument(smallMap());
        for (const edit of before) performEdit(a, edit.name, edit.dice);
        const b = copyDocument(a);
        for (const edit of mine) performEdit(a, edit.name, edit.dice);
        for (const edit of yours) performEdit(b, edit.name, edit.dice);
        check(readMap(a).map, readMap(b).map);
      }),
    ),
    runs(),
  );
}

const turnedRound = (difference: Difference): Difference => {
  switch (difference.kind) {
    case 'added':
      return { ...difference, kind: 'removed' };
    case 'removed': {
      const { mergedInto: _, ...rest } = difference;
      return { ...rest, kind: 'added' } as Difference;
    }
    case 'moved':
      return { ...difference, from: difference.to, to: difference.from };
    case 'changed':
      return {
        ...difference,
        fields: difference.fields.map(({ field, ...values }) => ({
          field,
          ...('after' in values && { before: values.after }),
          ...('before' in values && { after: values.before }),
        })),
      };
  }
};
const withoutHeirs = ({ differences, quiet }: MapDiff): MapDiff => ({
  differences: differences.map((difference) => {
    if (!('mergedInto' in difference)) return difference;
    const { mergedInto: _, ...rest } = difference;
    return rest as Difference;
  }),
  quiet,
});

test('applying what lies between two maps to the one gives the other', () => {
  withTwoMaps((a, b) => {
    expect(toCanonicalJson(applyDiff(a, diffMaps(a, b)))).toBe(toCanonicalJson(toStandingMap(b)));
  });
});

test('there is nothing between a map and itself', () => {
  withTwoMaps((a) => {
    expect(diffMaps(a, structuredClone(a))).toEqual({ differences: [], quiet: [] });
    expect(diffMaps(a, toStandingMap(a))).toEqual({ differences: [], quiet: [] });
  });
});

test('turned round, what was added is removed, and what is changed or moved stays so', () => {
  withTwoMaps((a, b) => {
    const { differences, quiet } = diffMaps(a, b);
    expect(withoutHeirs(diffMaps(b, a))).toEqual({
      differences: differences.map(turnedRound),
      quiet: quiet.map(({ from, to, ...rest }) => ({ ...rest, from: to, to: from })),
    });
  });
});
