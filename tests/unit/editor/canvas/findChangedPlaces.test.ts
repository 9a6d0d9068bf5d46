import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { indexMap, type MapIndex } from '@/components/editor/canvas/geometry/mapIndex';
import { findChangedPlaces } from '@/components/editor/canvas/paint/findChangedPlaces';
import { createMapStore } from '@/lib/document/mapStore';
import { addCard, setCardKind } from '@/lib/document/operations/cards';
import { setText } from '@/lib/document/textReference';
import { makeLayoutLabels } from '@/lib/export/labels';
import { messagesOf } from '@/lib/i18n/translator';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import { type Arrangement, rearrange } from '@/lib/map/rearrange';
import { cardsIn, serviceCall } from '../editorFixture';

const options = { measure: measureText, labels: makeLayoutLabels('en', messagesOf('en').canvas) };

/** A document and its index, made from the one before as the editor does. */
function follow(doc: Y.Doc): () => MapIndex {
  const store = createMapStore(doc);
  let last: Arrangement | null = null;
  let index: MapIndex | undefined;
  return () => {
    const { map } = store.getSnapshot();
    last = { map, arranged: rearrange(map, last) };
    index = indexMap(last.arranged, layoutMap(last.arranged, options), index);
    return index;
  };
}

describe('what looks different on the map', () => {
  it('is nothing when nothing changed, and the card that was written', () => {
    const doc = serviceCall();
    const next = follow(doc);
    const before = next();
    expect(findChangedPlaces(before, next())).toEqual([]);
    const [id = ''] = cardsIn(doc, 1, 0);
    const text = before.cardRecords.get(id)?.text ?? '';
    setText(doc, { reference: { type: 'card', id, field: 'text' }, text: text.replace(/.$/, 'x') });
    expect(findChangedPlaces(before, next())).toEqual([before.cards.get(id)?.box]);
  });

  it('is everything when a card came, a lane grew, a step was renamed, or the legend has another entry', () => {
    const doc = serviceCall();
    const next = follow(doc);
    const [id = ''] = cardsIn(doc, 1, 0);
    const { pos } = next().cardRecords.get(id) ?? { pos: { stepId: '', laneId: '' } };
    const changes = [
      () => addCard(doc, { at: { stepId: pos.stepId, laneId: pos.laneId }, text: 'new' }),
      () => setText(doc, { reference: { type: 'card', id, field: 'text' }, text: 'long '.repeat(200) }),
      () => setText(doc, { reference: { type: 'step', id: pos.stepId, field: 'title' }, text: 'Else' }),
      () => setCardKind(doc, { ids: [id], kind: 'question' }),
    ];
    for (const change of changes) {
      const before = next();
      change();
      expect(findChangedPlaces(before, next())).toBeNull();
    }
  });
});
