import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { createMapStore } from '@/lib/document/mapStore';
import { readMap } from '@/lib/document/readMap';
import { openDocument } from '@/tests/builders/document';
import { largeMap, smallMap } from '@/tests/builders/map';

const cardText = (doc: Y.Doc, id: string): Y.Text => (doc.getMap('cards').get(id) as Y.Map<unknown>).get('text') as Y.Text;

describe('the store of a live document', () => {
  test('gives the same snapshot until something changes', () => {
    const doc = openDocument(smallMap());
    const store = createMapStore(doc);
    const first = store.getSnapshot();
    expect(store.getSnapshot()).toBe(first);
    doc.getMap('unrelated').set('a', 1);
    expect(store.getSnapshot()).toBe(first);
    cardText(doc, 'card1').insert(0, 'x');
    cardText(doc, 'card1').delete(0, 1);
    expect(store.getSnapshot()).toBe(first);
  });

  test('an edit replaces one record, its array and the map, and nothing else', () => {
    const doc = openDocument(smallMap());
    const store = createMapStore(doc);
    const { map: before } = store.getSnapshot();
    cardText(doc, 'card2').insert(0, 'x');
    const { map: after } = store.getSnapshot();
    expect(after).not.toBe(before);
    expect(after.steps).toBe(before.steps);
    expect(after.cards.map((card, index) => card === before.cards[index])).toEqual([true, false, true, true]);
    expect(after).toEqual(readMap(doc).map);
  });

  test('tells its listeners once per transaction', () => {
    const doc = openDocument(smallMap());
    const store = createMapStore(doc);
    let told = 0;
    const end = store.subscribe(() => told++);
    doc.transact(() => {
      cardText(doc, 'card1').insert(0, 'x');
      doc.getMap('emotions').set('step1:persona1', 1);
      doc.getMap('meta').set('kind', 'future');
    });
    expect(told).toBe(1);
    expect(store.getSnapshot().map).toEqual(readMap(doc).map);
    end();
    cardText(doc, 'card1').insert(0, 'y');
    expect(told).toBe(1);
    store.destroy();
  });

  test('follows records that come and go, and what points to them', () => {
    const doc = openDocument(smallMap());
    const store = createMapStore(doc);
    const check = (): void => expect(store.getSnapshot()).toEqual(readMap(doc));
    check();
    const step = (doc.getMap('steps').get('step2') as Y.Map<unknown>).clone();
    doc.getMap('steps').delete('step2');
    check();
    expect(store.getSnapshot().map.emotions).toHaveLength(1);
    doc.getMap('steps').set('step2', step);
    check();
    expect(store.getSnapshot().issues).toEqual([]);
    doc.getMap('steps').set('step2', 'broken');
    check();
  });

  test('reads an edit among 3,600 cards well under a millisecond', () => {
    const doc = openDocument(largeMap());
    const store = createMapStore(doc);
    store.getSnapshot();
    const text = cardText(doc, 'card1800');
    const times = Array.from({ length: 200 }, () => {
      text.insert(0, 'x');
      const start = performance.now();
      store.getSnapshot();
      return performance.now() - start;
    }).sort((a, b) => a - b);
    // The median, so that a busy machine does not fail it; it lies near 0.02 ms.
    expect(times[100]).toBeLessThan(1);
  });
});
