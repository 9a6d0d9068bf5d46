import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readMap } from '@/lib/document/readMap';
import { foreseeParts } from '@/lib/document/restore/foreseeParts';
import { chooseRecords, type MapPart, partTypes } from '@/lib/document/restore/parts';
import { restoreMap } from '@/lib/document/restore/restoreMap';
import { undoRestore } from '@/lib/document/restore/undoRestore';
import { textOf } from '@/lib/document/textReference';
import { arrange } from '@/lib/map/arrange';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import { collections } from '@/lib/map/collections';
import { toStandingMap } from '@/lib/map/diff/standingMap';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { recordKey } from '@/lib/map/recordKey';
import { copyDocument, openDocument, syncDocuments } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';
import { editNames, performEdit } from '@/tests/builders/randomEdit';
import { runs, withSameIds } from '../document/seeds';

const dice = fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 6 });
const edits = fc.array(fc.record({ name: fc.constantFrom(...editNames), dice }), { maxLength: 20 });
/** Which of its kind, by a number. */
const picks = fc.array(fc.record({ type: fc.constantFrom(...partTypes), at: fc.nat(1_000) }), { minLength: 1, maxLength: 4 });
type Edits = readonly { name: string; dice: number[] }[];
type Picks = readonly { type: MapPart['type']; at: number }[];

const perform = (doc: Y.Doc, sequence: Edits): void => {
  for (const { name, dice: thrown } of sequence) performEdit(doc, name, thrown);
};
const read = (doc: Y.Doc): JourneyMap => {
  const { map, issues } = readMap(doc);
  expect(issues).toEqual([]);
  return map;
};
const said = (map: JourneyMap): string => toCanonicalJson(toStandingMap(map));

const lists = { stage: 'stages', step: 'steps', lane: 'lanes', card: 'cards' } as const;

/** Parts of the version, or of the live map: what only that has goes. */
function choose(version: JourneyMap, live: JourneyMap, chosen: Picks): MapPart[] {
  return chosen.flatMap(({ type, at }) => {
    const ids = [...new Set([...toStandingMap(version)[lists[type]], ...toStandingMap(live)[lists[type]]].map(({ id }) => id))];
    const id = ids[at % Math.max(1, ids.length)];
    return id === undefined ? [] : [{ type, id }];
  });
}

function scene(before: Edits, after: Edits, chosen: Picks) {
  const doc = openDocument(smallMap());
  perform(doc, before);
  const version = read(doc);
  perform(doc, after);
  const was = read(doc);
  return { doc, version, was, parts: choose(version, was, chosen) };
}

type Records = ReadonlyMap<string, Record<string, unknown>>;

/** What stands on a map, by collection and key. */
function standing(map: JourneyMap): Records {
  const whole = toStandingMap(map);
  return new Map(
    collections.flatMap((collection) =>
      whole[collection].map((record) => [`${collection} ${recordKey(collection, record as never)}`, { ...record }] as const),
    ),
  );
}

describe('bringing parts of a version back', () => {
  test('makes each of them say what the version says, and leaves alone what is no part of them', () => {
    fc.assert(
      fc.property(edits, edits, picks, (before: Edits, after: Edits, chosen: Picks) =>
        withSameIds(() => {
          const { doc, version, was, parts } = scene(before, after, chosen);
          const keys = chooseRecords([was, toStandingMap(version)], parts);
          const isChosen = (name: string): boolean => {
            const [collection = '', key = ''] = name.split(/ (.*)/s);
            return keys.get(collection as 'cards')?.has(key) ?? false;
          };
          restoreMap(doc, version, { parts, at: 5 });
          const [wanted, old, now] = [standing(version), standing(was), standing(read(doc))];
          for (const collection of ['stages', 'steps', 'lanes', 'cards'] as const) {
            for (const key of keys.get(collection) ?? []) {
              const name = `${collection} ${key}`;
              const { pos: _, ...is } = now.get(name) ?? {};
              const { pos: __, ...should } = wanted.get(name) ?? {};
              expect([name, is]).toEqual([name, should]);
            }
          }
          const isMerged = was.steps.some((one) => one.mergedInto) || was.stages.some((one) => one.mergedInto);
          for (const [name, record] of old) {
            // What comes apart takes along what had been taken over from it.
            if (isMerged || isChosen(name)) continue;
            expect([name, now.get(name)]).toEqual([name, record]);
          }
        }),
      ),
      runs(),
    );
  });

  test('is as it was foreseen, and each card stands where it stood, or where it was said that it would', () => {
    fc.assert(
      fc.property(edits, edits, picks, (before: Edits, after: Edits, chosen: Picks) =>
        withSameIds(() => {
          const { doc, version, was, parts } = scene(before, after, chosen);
          const { after: foreseen, astray } = foreseeParts(Y.encodeStateAsUpdate(doc), version, parts);
          restoreMap(doc, version, { parts, at: 5 });
          expect(said(read(doc))).toBe(said(foreseen));
          const [then, now] = [arrange(toStandingMap(version)), arrange(read(doc))];
          const unplaced = new Set(now.unplacedCards.map(({ id }) => id));
          const chosenCards = chooseRecords([was, toStandingMap(version)], parts).get('cards') ?? new Set();
          for (const { id, pos } of [...then.cells.values()].flat()) {
            if (!chosenCards.has(id)) continue;
            expect([id, unplaced.has(id)]).toEqual([id, astray.cards.includes(id)]);
            const place = read(doc).cards.find((card) => card.id === id)?.pos;
            const into = astray.merged.find((one) => one.type === 'step' && one.id === pos.stepId)?.into ?? pos.stepId;
            if (!unplaced.has(id)) expect([id, place?.stepId, place?.laneId]).toEqual([id, into, pos.laneId]);
          }
        }),
      ),
      runs(),
    );
  });

  test('loses no word that others type meanwhile, nor does undoing it, which gives back what was', () => {
    fc.assert(
      fc.property(edits, edits, picks, (before: Edits, after: Edits, chosen: Picks) =>
        withSameIds(() => {
          const { doc, version, was, parts } = scene(before, after, chosen);
          const others = copyDocument(doc);
          const calm = copyDocument(doc);
          restoreMap(calm, version, { parts, at: 5 });
          undoRestore(calm, { before: was, restored: read(calm) });
          expect(said(read(calm))).toBe(said(was));

          restoreMap(doc, version, { parts, at: 5 });
          const left = read(doc);
          const words = was.cards
            .filter(({ deletedAt }) => deletedAt === undefined)
            .map(({ id }) => {
              const text = textOf(others, { type: 'card', id, field: 'text' });
              text?.insert(Math.floor(text.length / 2), ` typed${id} `);
              return `typed${id}`;
            });
          const seen = (map: JourneyMap): string => {
            const { cells, unplacedCards } = arrange(map);
            return [...[...cells.values()].flat(), ...unplacedCards].map(({ text }) => text).join('\n');
          };
          syncDocuments(doc, others);
          for (const word of words) expect(seen(read(doc))).toContain(word);
          undoRestore(doc, { before: was, restored: left });
          syncDocuments(doc, others);
          for (const word of words) expect(seen(read(doc))).toContain(word);
          expect(read(others)).toEqual(read(doc));
        }),
      ),
      runs(),
    );
  });
});
