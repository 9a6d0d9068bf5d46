import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createDocument } from '@/lib/document/createDocument';
import { readMap } from '@/lib/document/readMap';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import { emptyMap, journeyMapSchema } from '@/lib/map/journeyMap';
import { openDocument } from '@/tests/builders/document';
import { largeMap, smallMap } from '@/tests/builders/map';

/** A document of the small map, with one record written as a careless or hostile peer might. */
function withRecord(collection: string, key: string, value: unknown): Y.Doc {
  const doc = openDocument(smallMap());
  doc.getMap(collection).set(key, value);
  return doc;
}

const record = (fields: Record<string, unknown>): Y.Map<unknown> => new Y.Map(Object.entries(fields));

describe('a document made of a map', () => {
  test('reads as the same map', () => {
    const { map, issues } = readMap(openDocument(smallMap()));
    expect(issues).toEqual([]);
    expect(map).toEqual(smallMap());
    expect(journeyMapSchema.parse(map)).toEqual(map);
  });

  test('has the same content each time, under another client id', () => {
    const [first, second] = [createDocument(smallMap()), createDocument(smallMap())];
    expect(toCanonicalJson(readMap(openDocument(smallMap())).map)).toBe(toCanonicalJson(smallMap()));
    expect(Y.decodeUpdate(first).structs.length).toBe(Y.decodeUpdate(second).structs.length);
    expect(Y.decodeUpdate(first).structs[0]?.id.client).not.toBe(Y.decodeUpdate(second).structs[0]?.id.client);
  });

  test('reads as the same map with 3,600 cards', () => {
    const { map, issues } = readMap(openDocument(largeMap()));
    expect(issues).toEqual([]);
    expect(map.cards).toHaveLength(3600);
    expect(map).toEqual(largeMap());
  });
});

describe('reading never throws', () => {
  test('an empty document is an empty map', () => {
    expect(readMap(new Y.Doc())).toEqual({ map: emptyMap(), issues: [] });
  });

  test.each([
    ['a number', 7],
    ['a text', 'step'],
    ['bytes', new Uint8Array([1, 2, 3])],
    ['null', null],
    ['a list', [1, 2]],
    ['an array type', new Y.Array()],
    ['an empty record', new Y.Map()],
    ['a record without its place', record({ text: new Y.Text('Hello'), kind: 'note' })],
    ['a record whose place is a shared type', record({ pos: new Y.Array(), text: new Y.Text('Hello') })],
  ])('%s in place of a card is left out and reported', (_name, value) => {
    const { map, issues } = readMap(withRecord('cards', 'broken', value));
    expect(map).toEqual(smallMap());
    expect(issues.length).toBeGreaterThan(0);
    expect(issues.every((issue) => issue.record === 'card' && issue.id === 'broken')).toBe(true);
  });

  test('a key that is no id is left out', () => {
    const { map, issues } = readMap(withRecord('stages', '<img src=x>', record({ order: 'a5', title: new Y.Text('X') })));
    expect(map).toEqual(smallMap());
    expect(issues[0]?.id).toBe('?img?src?x?');
  });

  test('a collection that is another shared type is left out', () => {
    const doc = new Y.Doc();
    doc.getArray('cards').push([1]);
    const { map, issues } = readMap(doc);
    expect(map).toEqual(emptyMap());
    expect(issues).toEqual([{ record: 'card', id: '', problem: 'left out: the collection is not a map' }]);
  });
});

describe('a record with a wrong field is repaired', () => {
  const pos = { stepId: 'step1', laneId: 'lane1', order: 'a7' };

  test.each([
    ['an unknown kind', { pos, kind: 'banana' }, { kind: 'note' }, ['kind']],
    ['an unknown evidence level', { pos, evidenceLevel: 'sworn' }, {}, ['evidenceLevel']],
    ['a text that is a number', { pos, text: 5 }, { text: '' }, ['text']],
    ['a text that is a plain string', { pos, text: 'Hello' }, { text: 'Hello' }, []],
    ['a colour that is too long', { pos, colour: 'x'.repeat(40) }, { colour: 'x'.repeat(32) }, ['colour']],
    ['a time of deletion that is none', { pos, deletedAt: 'yesterday' }, {}, ['deletedAt']],
    ['fields of a later version', { pos, mood: 'blue' }, {}, []],
    ['characters that no database takes', { pos, text: 'a\u0000b\ud800c' }, { text: 'abc' }, []],
  ])('%s', (_name, fields, expected, reported) => {
    const { map, issues } = readMap(withRecord('cards', 'card9', record(fields)));
    expect(map.cards.find((card) => card.id === 'card9')).toEqual({ id: 'card9', pos, kind: 'note', text: '', ...expected });
    expect(issues.map((issue) => issue.field)).toEqual(reported);
  });

  test('a number outside its range is set to the nearest', () => {
    const doc = openDocument(smallMap());
    doc.getMap('emotions').set('step3:persona1', 9);
    doc.getMap('emotions').set('step3:persona2', Number.NaN);
    const { map, issues } = readMap(doc);
    expect(map.emotions.find(({ stepId }) => stepId === 'step3')).toEqual({ stepId: 'step3', personaId: 'persona1', value: 2 });
    expect(map.emotions.filter(({ stepId }) => stepId === 'step3')).toHaveLength(1);
    expect(issues.map(({ id }) => id)).toEqual(['step3:persona1', 'step3:persona2', 'step3:persona2']);
  });

  test('a title block of the wrong types falls back field by field', () => {
    const doc = openDocument(smallMap());
    doc.getMap('meta').set('kind', 'past');
    doc.getMap('meta').set('asOf', '22 November 2026');
    const { map, issues } = readMap(doc);
    expect(map.meta).toEqual({ ...smallMap().meta, kind: 'current', asOf: '22 Novembe' });
    expect(issues.map(({ field }) => field).sort()).toEqual(['asOf', 'kind']);
  });
});

describe('a reference to nothing', () => {
  test('a step of an unknown stage and a card of an unknown step stay: they carry words', () => {
    const doc = openDocument(smallMap());
    doc.getMap('stages').delete('stage2');
    doc.getMap('lanes').delete('lane1');
    const { map, issues } = readMap(doc);
    expect(map.steps).toHaveLength(3);
    expect(map.cards).toHaveLength(4);
    expect(issues.filter(({ record: name }) => name === 'step').map(({ id }) => id)).toEqual(['step2', 'step3']);
    expect(issues.filter(({ record: name }) => name === 'card').map(({ id }) => id)).toEqual(['card1', 'card3', 'card4']);
  });

  test('what only makes sense at its step is left out', () => {
    const doc = openDocument(smallMap());
    doc.getMap('steps').delete('step2');
    const { map, issues } = readMap(doc);
    expect(map.emotions.map(({ stepId }) => stepId)).toEqual(['step1']);
    expect(map.moments).toEqual([]);
    expect(map.transitions).toEqual([]);
    expect(map.touchpoints.map(({ id }) => id)).toEqual(['touchpoint1']);
    expect(map.stepDepartments).toHaveLength(1);
    expect(map.cards).toHaveLength(4);
    expect(new Set(issues.map(({ record: name }) => name))).toEqual(
      new Set(['touchpoint', 'stepDepartment', 'emotion', 'moment', 'card', 'transition']),
    );
  });
});
