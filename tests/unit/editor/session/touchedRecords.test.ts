import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { touchedRecords } from '@/components/editor/session/touchedRecords';

/** What each of these edits touches, one after the other. */
function touchedBy(...edits: ((doc: Y.Doc) => void)[]): string[][] {
  const doc = new Y.Doc();
  const touched: string[][] = [];
  doc.on('update', (_update, _origin, _doc, transaction) => touched.push([...touchedRecords(transaction)].sort()));
  for (const edit of edits) doc.transact(() => edit(doc));
  return touched;
}

const text = (doc: Y.Doc, id: string): Y.Text => (doc.getMap('cards').get(id) as Y.Map<Y.Text>).get('text') as Y.Text;

describe('touched records', () => {
  it('are the ones made, written in, changed or taken away, whatever the depth', () => {
    const add = (id: string) => (doc: Y.Doc) => {
      doc.getMap('cards').set(id, new Y.Map([['text', new Y.Text()]]));
    };
    expect(
      touchedBy(
        add('a'),
        (doc) => text(doc, 'a').insert(0, 'x'),
        add('b'),
        (doc) => {
          text(doc, 'a').insert(1, 'y');
          (doc.getMap('cards').get('b') as Y.Map<unknown>).set('lane', 'l');
        },
        (doc) => doc.getMap('cards').delete('b'),
        (doc) => doc.getMap('meta').set('kind', 'future'),
      ),
    ).toEqual([['a'], ['a'], ['b'], ['a', 'b'], ['b'], ['kind']]);
  });
});
