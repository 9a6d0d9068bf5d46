import fc from 'fast-check';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { listChangesSince } from '@/lib/document/future/changesSince';
import { listCurrentChanges } from '@/lib/document/future/listCurrentChanges';
import { readTaken } from '@/lib/document/future/takenNotes';
import { takeOver } from '@/lib/document/future/takeOver';
import { readMap } from '@/lib/document/readMap';
import { restoreMap } from '@/lib/document/restore/restoreMap';
import { type Collection, collections, recordNames } from '@/lib/document/schema';
import { setText } from '@/lib/document/textReference';
import { createUndo } from '@/lib/document/undo';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import { diffMaps } from '@/lib/map/diff/diffMaps';
import type { AnyRecord } from '@/lib/map/diff/mapDiff';
import { parentsOf } from '@/lib/map/diff/parentsOf';
import { toStandingMap } from '@/lib/map/diff/standingMap';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { recordKey } from '@/lib/map/recordKey';
import { copyDocument, openDocument } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';
import { editNames, performEdit } from '@/tests/builders/randomEdit';
import { runs, withSameIds } from '../document/seeds';

const dice = fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 6 });
const edits = fc.array(fc.record({ name: fc.constantFrom(...editNames), dice }), { maxLength: 20 });
type Edits = readonly { name: string; dice: number[] }[];

const perform = (doc: Y.Doc, sequence: Edits): void => {
  for (const { name, dice: thrown } of sequence) performEdit(doc, name, thrown);
};
const read = (doc: Y.Doc): JourneyMap => readMap(doc).map;
const said = ({ meta, ...map }: JourneyMap): string =>
  toCanonicalJson(toStandingMap({ ...map, meta: { ...meta, kind: 'current', asOf: '' } }));

/** A map without what lies in the current state's tray, or on what lies there: that has no place that it could be taken over into. */
function withoutTray(map: JourneyMap, current: JourneyMap): JourneyMap {
  const standing = toStandingMap(current);
  const names = new Set(collections.flatMap((collection) => standing[collection].map((record) => nameOf(collection, record))));
  const adrift = new Set<string>();
  for (let size = -1; size < adrift.size; ) {
    size = adrift.size;
    for (const collection of collections) {
      for (const record of standing[collection]) {
        const homes = parentsOf(collection, record).map((home) => home.replace(/^moment /, 'step '));
        if (homes.some((home) => adrift.has(home) || !names.has(home))) adrift.add(nameOf(collection, record));
      }
    }
  }
  const rest = collections.map((collection) => {
    const records: readonly AnyRecord[] = toStandingMap(map)[collection];
    return [collection, records.filter((record) => !adrift.has(nameOf(collection, record)))];
  });
  return { ...map, ...Object.fromEntries(rest) };
}

const nameOf = (collection: Collection, record: AnyRecord): string =>
  `${recordNames[collection]} ${recordKey(collection, record as never)}`;

test('a future state that was not changed becomes the current state, when all of its changes are taken over', () => {
  fc.assert(
    fc.property(edits, edits, (before: Edits, since: Edits) =>
      withSameIds(() => {
        const source = openDocument(smallMap());
        perform(source, before);
        const base = read(source);
        const future = copyDocument(source);
        perform(source, since);
        const current = read(source);
        const changes = listCurrentChanges({ base, current, future: base });
        expect(changes.filter(({ state }) => state !== 'open' && state !== 'gone')).toEqual([]);
        takeOver(future, { base, current }, new Set(changes.map(({ key }) => key)), { at: 5 });
        const after = listCurrentChanges({ base, current, future: read(future) });
        expect(after.filter(({ state }) => state !== 'taken' && state !== 'gone')).toEqual([]);
        const { differences } = diffMaps(withoutTray(read(future), current), withoutTray(current, current));
        // Why the current state differs from something itself stays there.
        expect(differences.filter(({ collection }) => collection !== 'meta' && collection !== 'reasons')).toEqual([]);
      }),
    ),
    runs(),
  );
});

test('one by one, what is taken over is taken, and nothing else changes its state from taken to open', () => {
  fc.assert(
    fc.property(edits, edits, edits, fc.nat(), (before: Edits, since: Edits, own: Edits, pick: number) =>
      withSameIds(() => {
        const source = openDocument(smallMap());
        perform(source, before);
        const base = read(source);
        const future = copyDocument(source);
        perform(source, since);
        perform(future, own);
        const current = read(source);
        const changes = listCurrentChanges({ base, current, future: read(future) });
        const open = changes.filter(({ state }) => state === 'open');
        const chosen = open[pick % Math.max(1, open.length)];
        if (!chosen) return;
        const taken = takeOver(future, { base, current }, new Set([chosen.key]), { at: 5 });
        expect(taken).toContain(chosen.key);
        const states = { base, current, future: read(future) };
        const after = new Map(listChangesSince(states, readTaken(future)).map(({ key, state }) => [key, state] as const));
        expect(after.get(chosen.key)).toBe('taken');
        for (const { key, state } of changes) if (state === 'taken') expect([key, after.get(key)]).toEqual([key, 'taken']);
      }),
    ),
    runs(),
  );
});

test('taking over is one step of the person’s undo, and undoing it gives back what was', () => {
  fc.assert(
    fc.property(edits, edits, edits, (before: Edits, since: Edits, own: Edits) =>
      withSameIds(() => {
        const source = openDocument(smallMap());
        perform(source, before);
        const base = read(source);
        const future = copyDocument(source);
        perform(source, since);
        perform(future, own);
        const current = read(source);
        const was = said(read(future));
        const undo = createUndo(future);
        const keys = listCurrentChanges({ base, current, future: read(future) }).map(({ key }) => key);
        const taken = takeOver(future, { base, current }, new Set(keys), { at: 5 });
        if (taken.length > 0) undo.undo();
        expect(undo.canUndo()).toBe(false);
        expect(said(read(future))).toBe(was);
      }),
    ),
    runs(),
  );
});

test('round after round, a future state that only takes over meets no conflict, and stays the current state', () => {
  fc.assert(
    fc.property(edits, fc.array(edits, { minLength: 2, maxLength: 4 }), (before: Edits, rounds: Edits[]) =>
      withSameIds(() => {
        const source = openDocument(smallMap());
        perform(source, before);
        const base = read(source);
        const future = copyDocument(source);
        for (const since of rounds) {
          perform(source, since);
          const current = read(source);
          const changes = listChangesSince({ base, current, future: read(future) }, readTaken(future));
          expect(changes.filter(({ state }) => state === 'conflict')).toEqual([]);
          takeOver(future, { base, current }, new Set(changes.map(({ key }) => key)), { at: 5 });
          const after = listChangesSince({ base, current, future: read(future) }, readTaken(future));
          expect(after.filter(({ state }) => state !== 'taken' && state !== 'gone')).toEqual([]);
          const { differences } = diffMaps(withoutTray(read(future), current), withoutTray(current, current));
          expect(differences.filter(({ collection }) => collection !== 'meta' && collection !== 'reasons')).toEqual([]);
        }
      }),
    ),
    runs(),
  );
});

test('a text that is taken over again and again says what the current state says, and what was written here, each once', () => {
  const word = fc.stringMatching(/^[a-z]{3,8}$/);
  const own = 'Here above all:';
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 8 }), { minLength: 3, maxLength: 6 }), (rounds) =>
      withSameIds(() => {
        const [first = [], ...later] = rounds;
        const source = openDocument(smallMap());
        const say = (doc: Y.Doc, text: string): void =>
          void setText(doc, { reference: { type: 'step', id: 'step1', field: 'notes' }, text });
        const notes = (doc: Y.Doc): string | undefined => read(doc).steps.find(({ id }) => id === 'step1')?.notes;
        // The first word stays, so that both never write at one place, where what both wrote would stand.
        say(source, ['Customers', ...first].join(' '));
        const base = read(source);
        const future = copyDocument(source);
        say(future, `${own} ${notes(future)}`);
        for (const words of later) {
          say(source, ['Customers', ...words].join(' '));
          takeOver(future, { base, current: read(source) }, new Set(['changed steps step1']), { at: 5 });
          expect(notes(future)).toBe(`${own} ${notes(source)}`);
        }
      }),
    ),
    runs(),
  );
});

test('however it came about, what was taken over and still stands is told as taken, and a note never hides what is not here', () => {
  fc.assert(
    fc.property(edits, edits, edits, edits, (since: Edits, own: Edits, again: Edits, more: Edits) =>
      withSameIds(() => {
        const source = openDocument(smallMap());
        const base = read(source);
        const future = copyDocument(source);
        perform(source, since);
        perform(future, own);
        const take = (): void => {
          const current = read(source);
          const keys = listChangesSince({ base, current, future: read(future) }, readTaken(future)).map(({ key }) => key);
          takeOver(future, { base, current }, new Set(keys), { at: 5 });
        };
        const was = read(future);
        take();
        perform(source, again);
        perform(future, more);
        take();
        const left = listChangesSince({ base, current: read(source), future: read(future) }, readTaken(future));
        expect(left.filter(({ state }) => state !== 'taken' && state !== 'gone')).toEqual([]);
        // Whoever brings back what was before all that is told of everything again.
        restoreMap(future, was, { at: 6 });
        const states = { base, current: read(source), future: read(future) };
        const told = new Map(listChangesSince(states, readTaken(future)).map(({ key, state }) => [key, state]));
        for (const { key, state, difference } of listCurrentChanges(states)) {
          if (difference.kind !== 'moved' && state === 'open') expect([key, told.get(key)]).toEqual([key, 'open']);
        }
      }),
    ),
    {
      ...runs(),
      // A card passed by others whose step is merged away here: nothing of it can be taken over.
      examples: [
        [
          [{ name: 'moveCards', dice: [795813, 762017, 0, 0, 0, 0] }],
          [{ name: 'mergeSteps', dice: [79417, 73329, 0, 0, 0, 0] }],
          [],
          [],
        ],
        // One that others have passed, of which one is deleted here.
        [[], [{ name: 'deletePersona', dice: [0, 0, 0, 0, 0, 0] }], [{ name: 'movePersona', dice: [0, 6, 0, 0, 0, 0] }], []],
        // Steps that others have passed, whose stage is merged here.
        [
          [{ name: 'moveSteps', dice: [0, 34365, 498277, 133833, 0, 0] }],
          [{ name: 'mergeStages', dice: [6082, 0, 567193, 0, 0, 0] }],
          [],
          [],
        ],
      ],
    },
  );
});
