import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { withinBounds } from '@/lib/sync/boundedUpdate';
import { closeCodes, isPermanentClose } from '@/lib/sync/closeCodes';
import { encodePresenceEntries, parsePresenceEntries, withIdentity } from '@/lib/sync/presenceEntries';
import {
  encodeAnswerFrame,
  encodeAwarenessFrame,
  encodeStateVectorFrame,
  encodeUpdateFrame,
  MalformedFrame,
  parseClientFrame,
} from '@/lib/sync/protocol';
import { parseTarget } from '@/lib/sync/target';
import { hasToWait, readUpdate } from '@/lib/sync/updateContent';

const noise = fc.uint8Array({ maxLength: 60 });

/** Documents of people who type into one text, now and then seeing what the others have, and all updates that came of it. Edits: who, where, how much goes. */
function editTogether(people: number, edits: readonly [who: number, at: number, cut: number][]) {
  const docs = Array.from({ length: people }, () => new Y.Doc());
  const updates: Uint8Array[] = [];
  for (const doc of docs) doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const [who, at, cut] of edits) {
    const doc = docs[who];
    const text = doc?.getText('t');
    if (!doc || !text) continue;
    for (const peer of docs) if (peer !== doc && at % 3 === 0) Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer));
    if (cut > 3 && text.length > cut) text.delete(0, cut);
    else text.insert(Math.min(at, text.length), 'xy');
  }
  return { docs, updates };
}

describe('frames', () => {
  test('what is encoded is read back, and owns its bytes', () => {
    fc.assert(
      fc.property(noise, (bytes) => {
        const pooled = Buffer.concat([Buffer.from('before'), encodeUpdateFrame(bytes), Buffer.from('behind')]);
        const frame = pooled.subarray(6, pooled.length - 6);
        const parsed = parseClientFrame(frame);
        expect(parsed).toEqual({ type: 'update', update: bytes });
        if (parsed.type === 'update') expect(parsed.update.buffer.byteLength).toBe(bytes.length);
        expect(parseClientFrame(encodeAnswerFrame(bytes))).toEqual({ type: 'answer', update: bytes });
        expect(parseClientFrame(encodeStateVectorFrame(bytes))).toEqual({ type: 'stateVector', vector: bytes });
        expect(parseClientFrame(encodeAwarenessFrame(bytes))).toEqual({ type: 'awareness', entries: bytes });
      }),
    );
  });

  test('noise is read or refused, never anything else', () => {
    fc.assert(
      fc.property(noise, (bytes) => {
        for (const read of [parseClientFrame, parsePresenceEntries, readUpdate]) {
          try {
            read(bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(MalformedFrame);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('every prefix and every extension of an update is refused, and V2 is', () => {
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'words and more words');
    doc.getText('t').delete(3, 5);
    doc.getMap('m').set('k', { deep: [1, 'two', null, 3.5] });
    const update = Y.encodeStateAsUpdate(doc);
    const { writers, cardIds } = readUpdate(update);
    expect([[...writers.keys()], [...cardIds]]).toEqual([[doc.clientID], []]);
    for (let length = 0; length < update.length; length++) {
      expect(() => readUpdate(update.slice(0, length))).toThrow(MalformedFrame);
    }
    expect(() => readUpdate(new Uint8Array([...update, 0]))).toThrow(MalformedFrame);
    expect(() => readUpdate(Y.encodeStateAsUpdateV2(doc))).toThrow(MalformedFrame);
    expect(() => readUpdate(Y.encodeStateAsUpdateV2(new Y.Doc()))).toThrow(MalformedFrame);
    expect(readUpdate(Y.encodeStateAsUpdate(new Y.Doc()))).toMatchObject({ writers: new Map(), cardIds: new Set() });
  });
});

test('an update says which cards it makes, however they were made and changed', () => {
  const doc = new Y.Doc();
  const cards = doc.getMap<unknown>('cards');
  doc.transact(() => {
    for (const id of ['a', 'b']) cards.set(id, new Y.Map<unknown>([['text', new Y.Text('cards')]]));
    doc.getMap('steps').set('c', new Y.Map());
    cards.set('a', new Y.Map());
    cards.delete('b');
  });
  expect(readUpdate(Y.encodeStateAsUpdate(doc)).cardIds).toEqual(new Set(['a', 'b']));
  const before = Y.encodeStateVector(doc);
  cards.set('a', new Y.Map([['text', 'again']]));
  cards.set('d', 4);
  expect(readUpdate(Y.encodeStateAsUpdate(doc, before)).cardIds).toEqual(new Set(['d']));
});

test('an update whose struct stands on itself is refused: Yjs would stop half-way through it', () => {
  const doc = new Y.Doc();
  doc.clientID = 5;
  doc.getText('t').insert(0, 'ab');
  const before = Y.encodeStateVector(doc);
  doc.getText('t').insert(2, 'c');
  const update = Y.encodeStateAsUpdate(doc, before);
  expect(readUpdate(update).writers).toEqual(new Map([[5, { from: 2, reach: 3, to: 3 }]]));
  // [1 client, 1 struct, client 5, clock 2, info, origin client 5, origin clock 1, …]
  expect([...update.slice(0, 7)]).toEqual([1, 1, 5, 2, 132, 5, 1]);
  for (const clock of [2, 3, 100]) {
    update[6] = clock;
    expect(() => readUpdate(update)).toThrow(MalformedFrame);
  }
});

describe('an update says what it has to wait for', () => {
  const writing = (change: (text: Y.Text) => void, from = new Y.Doc()): { doc: Y.Doc; update: Uint8Array } => {
    const before = Y.encodeStateVector(from);
    change(from.getText('t'));
    return { doc: from, update: Y.encodeStateAsUpdate(from, before) };
  };
  const waits = (update: Uint8Array, doc: Y.Doc): boolean =>
    hasToWait(readUpdate(update), (clientId) => Y.getState(doc.store, clientId));

  test('what its writer wrote before, what others wrote, what it deletes, and what lies between', () => {
    const first = writing((text) => text.insert(0, 'one '));
    const second = writing((text) => text.insert(4, 'two '), first.doc);
    const third = writing((text) => text.insert(8, 'three'), first.doc);
    const deletion = writing((text) => text.delete(5, 2), first.doc);
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(first.doc));
    const reply = writing((text) => text.insert(6, '!'), other);

    const empty = new Y.Doc();
    for (const { update } of [second, deletion, reply]) expect(waits(update, empty)).toBe(true);
    expect(waits(first.update, empty)).toBe(false);
    expect(waits(Y.encodeStateAsUpdate(other), empty)).toBe(false);
    const withGap = Y.mergeUpdates([first.update, third.update]);
    expect(waits(withGap, empty)).toBe(true);
    Y.applyUpdate(empty, Y.mergeUpdates([first.update, second.update]));
    expect(waits(withGap, empty)).toBe(false);
    expect(waits(reply.update, empty)).toBe(true);
    expect(waits(deletion.update, empty)).toBe(false);
    for (const doc of [first.doc, other, empty]) doc.destroy();
  });

  test('as Yjs finds when it takes it in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3), fc.nat(20), fc.nat(5)), { maxLength: 30 }),
        fc.array(fc.nat(40)),
        (edits, order) => {
          const { updates } = editTogether(4, edits);
          const target = new Y.Doc();
          for (const index of order) {
            const update = updates[index % Math.max(1, updates.length)];
            if (!update || target.store.pendingStructs || target.store.pendingDs) break;
            const expected = waits(update, target);
            Y.applyUpdate(target, update);
            expect(Boolean(target.store.pendingStructs || target.store.pendingDs)).toBe(expected);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('an update within bounds keeps what lies inside and what others wrote', () => {
  const [ann, ben, eve] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  ann.getText('t').insert(0, 'Ann');
  for (const doc of [ben, eve]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(ann));
  eve.clientID = ann.clientID;
  eve.getText('t').insert(3, ' and Eve');
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(eve));
  ben.getText('u').insert(0, 'Ben');
  ben.getText('t').delete(2, 5);
  const rest = withinBounds(Y.encodeStateAsUpdate(ben), new Map([[ann.clientID, 3]]));
  const { writers, deletions } = readUpdate(rest);
  expect([writers.get(ann.clientID)?.to ?? 0, deletions.get(ann.clientID)]).toEqual([2, [{ clock: 2, len: 1 }]]);
  Y.applyUpdate(ann, rest);
  expect([ann.getText('t').toString(), ann.getText('u').toString()]).toEqual(['An', 'Ben']);
  expect(ann.store.pendingDs).toBeNull();
});

test('an update within wide bounds is the same update, also with something left out between its structs', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(2), fc.nat(20), fc.nat(5)), { maxLength: 30 }),
      fc.array(fc.boolean()),
      (edits, choice) => {
        const { docs, updates } = editTogether(3, edits);
        const update = Y.mergeUpdates([new Uint8Array([0, 0]), ...updates.filter((_, index) => choice[index] !== false)]);
        const same = withinBounds(update, new Map(docs.map((doc) => [doc.clientID, Number.MAX_SAFE_INTEGER])));
        expect(Buffer.from(same).toString('hex')).toBe(Buffer.from(update).toString('hex'));
      },
    ),
  );
});

describe('presence entries', () => {
  test('are those of y-protocols', () => {
    const awareness = new Awareness(new Y.Doc());
    awareness.setLocalState({ cursor: { x: 1, y: 2 }, text: 'ä€😀' });
    const [entry] = parsePresenceEntries(encodeAwarenessUpdate(awareness, [awareness.clientID]));
    expect(entry).toMatchObject({ clientId: awareness.clientID, clock: 1 });
    expect(JSON.parse(entry?.readState() ?? '')).toEqual(awareness.getLocalState());
    const bytes = encodePresenceEntries([
      { clientId: 5, clock: 6, state: entry?.readState() ?? '' },
      { clientId: 7, clock: 8, state: null },
    ]);
    expect(parsePresenceEntries(bytes).map(({ clientId, clock, readState }) => [clientId, clock, readState()])).toEqual([
      [5, 6, JSON.stringify(awareness.getLocalState())],
      [7, 8, 'null'],
    ]);
    awareness.destroy();
  });

  test('carry the server’s word on who it is', () => {
    const identity = { id: 'user:1', name: 'Ana' };
    expect(withIdentity('null', identity)).toBeNull();
    expect(JSON.parse(withIdentity('{"user":{"id":"user:2"},"a":1}', identity) ?? '')).toEqual({ user: identity, a: 1 });
    // A key that is no ordinary one stays data.
    expect(withIdentity('{"__proto__":{"user":1}}', identity)).toBe(
      '{"__proto__":{"user":1},"user":{"id":"user:1","name":"Ana"}}',
    );
    for (const state of ['', '{', '[]', '"x"', '3', 'true']) expect(() => withIdentity(state, identity)).toThrow(MalformedFrame);
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    expect(() => withIdentity(deep, identity)).toThrow(MalformedFrame);
  });
});

describe('the address of a socket', () => {
  test.each([
    ['/sync/abc', { mapId: 'abc', claims: null, confirm: false }],
    ['/sync/abc?epoch=1&schema=2', { mapId: 'abc', claims: { epoch: 1, schemaVersion: 2 }, confirm: false }],
    ['/sync/abc?epoch=1&schema=2&confirm=1', { mapId: 'abc', claims: { epoch: 1, schemaVersion: 2 }, confirm: true }],
    ['/sync/abc?epoch=1', { mapId: 'abc', claims: { epoch: 1, schemaVersion: -1 }, confirm: false }],
    ['/sync/abc?epoch=1e3&schema=0x1', { mapId: 'abc', claims: { epoch: -1, schemaVersion: -1 }, confirm: false }],
    ['/sync/abc?confirm=yes', { mapId: 'abc', claims: null, confirm: false }],
  ])('%s', (url, target) => expect(parseTarget(url)).toEqual(target));

  test.each([
    '/sync/',
    '/sync',
    '/sync/a/b',
    '/sync/%2e%2e',
    '/sync/a b',
    '/other/abc',
    `/sync/${'a'.repeat(65)}`,
    '',
    undefined,
  ])('%s is none', (url) => expect(parseTarget(url)).toBeNull());
});

test('stock clients stay away after exactly the permanent close codes', () => {
  const permanent = Object.entries(closeCodes).filter(([, code]) => isPermanentClose(code));
  expect(permanent.map(([reason]) => reason).sort()).toEqual([
    'forbidden',
    'malformed',
    'notFound',
    'reload',
    'tooLarge',
    'tooMany',
    'unauthenticated',
  ]);
});
