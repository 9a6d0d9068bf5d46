import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { indexMap, type MapIndex } from '@/components/editor/canvas/geometry/mapIndex';
import { createDocument } from '@/lib/document/createDocument';
import { createMapStore } from '@/lib/document/mapStore';
import { setText } from '@/lib/document/textReference';
import { makeLayoutLabels } from '@/lib/export/labels';
import { messagesOf } from '@/lib/i18n/translator';
import { arrange } from '@/lib/map/arrange';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import { type Arrangement, rearrange } from '@/lib/map/rearrange';
import { mapWithCardParts } from '@/tests/builders/map';
import { editNames, performEdit } from '@/tests/builders/randomEdit';
import { randomRuns } from '@/tests/builders/randomRuns';

const options = { measure: measureText, labels: makeLayoutLabels('en', messagesOf('en').canvas) };
const edit = fc.record({ name: fc.constantFrom(...editNames), dice: fc.array(fc.nat(1_000), { minLength: 6, maxLength: 6 }) });

function watched() {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, createDocument(mapWithCardParts()));
  return { doc, store: createMapStore(doc) };
}

const asObject = (index: MapIndex): object =>
  Object.fromEntries(
    Object.entries(index).map(([key, value]) => [key, value instanceof Object && 'get' in value ? [...value] : value]),
  );

describe('a map that is arranged from what it was before', () => {
  it('is arranged, laid out and indexed as if there had been nothing before, after any edits', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const { doc, store } = watched();
        let last: Arrangement | null = null;
        let index: MapIndex | undefined;
        for (const { name, dice } of edits) {
          performEdit(doc, name, dice);
          const { map } = store.getSnapshot();
          const arranged = rearrange(map, last);
          last = { map, arranged };
          expect(arranged).toEqual(arrange(map));
          index = indexMap(arranged, layoutMap(arranged, options), index);
          const afresh = arrange(structuredClone(map));
          expect(asObject(index)).toEqual(asObject(indexMap(afresh, layoutMap(afresh, options))));
        }
      }),
      randomRuns(60),
    );
  });

  it('keeps everything but the cell in which a card was written', () => {
    const { doc, store } = watched();
    const { map } = store.getSnapshot();
    const arranged = arrange(map);
    const [card] = map.cards;
    setText(doc, { reference: { type: 'card', id: card?.id ?? '', field: 'text' }, text: 'something else' });
    const next = rearrange(store.getSnapshot().map, { map, arranged });
    expect({ ...next, cells: null }).toEqual({ ...arranged, cells: null });
    expect(next.steps).toBe(arranged.steps);
    const changed = [...next.cells].filter(([key, cards]) => arranged.cells.get(key) !== cards).map(([key]) => key);
    expect(changed).toEqual([`${card?.pos.stepId}:${card?.pos.laneId}`]);
  });
});
