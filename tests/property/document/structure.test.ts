import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { createDocument } from '@/lib/document/createDocument';
import { mergeSteps } from '@/lib/document/operations/mergeSteps';
import { splitStep } from '@/lib/document/operations/split';
import { readMap } from '@/lib/document/readMap';
import { createUndo } from '@/lib/document/undo';
import { type ArrangedMap, arrange } from '@/lib/map/arrange';
import { followMerges } from '@/lib/map/followMerges';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { copyDocument, openDocument, syncDocuments } from '@/tests/builders/document';
import { mapWithEvidence } from '@/tests/builders/map';
import { editNames, performEdit } from '@/tests/builders/randomEdit';
import { runs, withSameIds } from './seeds';

const dice = fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 6 });
const editOf = (names: readonly string[], maxLength: number) =>
  fc.array(fc.record({ name: fc.constantFrom(...names), dice }), { maxLength });

/** Edits that take nothing away: after them everything that ever was must be on the map. */
const keeping = editNames.filter((name) => !/^(delete|restore|unmark|clear)/.test(name) && !/Persona$|Department$/.test(name));
const structural = keeping.filter((name) => /^(merge|split|duplicate|moveSteps|moveStage|addStep|addStage)/.test(name));

const read = (doc: Y.Doc): JourneyMap => {
  const { map, issues } = readMap(doc);
  expect(issues).toEqual([]);
  return map;
};

const alive = (record: { deletedAt?: number | undefined }): boolean => record.deletedAt === undefined;

/** Nothing lies where nobody sees it. */
function expectAllInSight(map: JourneyMap): void {
  const arranged = arrange(map);
  const steps = new Set(arranged.steps.map(({ id }) => id));
  const transitions = new Set(arranged.transitions.map(({ id }) => id));
  const cards = new Set([...arranged.cells.values()].flat().map(({ id }) => id));
  expect(arranged.unplacedCards).toEqual([]);
  expect(arranged.stages.filter(({ unplaced }) => unplaced)).toEqual([]);
  expect(map.touchpoints.filter(alive).filter(({ pos }) => !steps.has(pos.stepId))).toEqual([]);
  expect(map.emotions.filter(({ stepId }) => !steps.has(stepId))).toEqual([]);
  expect(map.stepDepartments.filter(({ stepId }) => !steps.has(stepId))).toEqual([]);
  expect(map.moments.filter(alive).filter(({ stepId }) => !steps.has(stepId))).toEqual([]);
  for (const { target } of map.links.filter(alive)) {
    const there = target.type === 'card' ? cards : target.type === 'transition' ? transitions : steps;
    expect(there.has(target.id), `${target.type} ${target.id}`).toBe(true);
  }
}

describe('merging', () => {
  test('loses no card, touchpoint, feeling or evidence, whatever two people do at once', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([101, 102], { minLength: 2 }),
        editOf(structural, 6),
        editOf(keeping, 12),
        ([first = 1, second = 2], mine, yours) =>
          withSameIds(() => {
            const state = createDocument(mapWithEvidence());
            const one = Object.assign(copyDocument(state), { clientID: first });
            const other = Object.assign(copyDocument(state), { clientID: second });
            for (const { name, dice: thrown } of mine) performEdit(one, name, thrown);
            for (const { name, dice: thrown } of yours) performEdit(other, name, thrown);
            const before = [read(one), read(other)];
            for (const map of before) expectAllInSight(map);
            syncDocuments(one, other);
            const map = read(one);
            expect(read(other)).toEqual(map);
            expectAllInSight(map);
            const living = new Set([...map.cards, ...map.touchpoints, ...map.links].filter(alive).map(({ id }) => id));
            for (const { cards, touchpoints, links } of before) {
              for (const { id } of [...cards, ...touchpoints, ...links].filter(alive)) expect(living.has(id), id).toBe(true);
            }
            expect(followMerges(map)).toEqual(map);
          }),
      ),
      runs(),
    );
  });

  test('keeps the words of titles, notes and moments, also those that somebody writes meanwhile', () => {
    const ids = fc.uniqueArray(fc.nat(3), { minLength: 2, maxLength: 4 });
    const words = fc.array(fc.tuple(fc.nat(3), fc.constantFrom('title', 'notes', 'stays'), fc.stringMatching(/^[a-z]{6}$/)), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(ids, ids, words, (mine, yours, written) => {
        const doc = openDocument(mapWithEvidence());
        const other = copyDocument(doc);
        const stepIds = read(doc).steps.map(({ id }) => id);
        const toIds = (numbers: readonly number[]) => numbers.flatMap((number) => stepIds[number] ?? []);
        mergeSteps(doc, { ids: toIds(mine) });
        for (const [step, field, text] of written) {
          const record = other.getMap(field === 'stays' ? 'moments' : 'steps').get(stepIds[step] ?? '') as
            | Y.Map<Y.Text>
            | undefined;
          if (field === 'stays') record?.delete('deletedAt');
          record?.get(field)?.insert(0, `${text} `);
        }
        mergeSteps(other, { ids: toIds(yours) });
        syncDocuments(doc, other);
        const { steps } = arrange(read(doc));
        const all = steps.map(({ title, notes, moment }) => [title, notes, moment?.stays, moment?.leaves].join('\n')).join('\n');
        const wanted = ['Sees the bill', 'Calls', 'Tells it again', 'Mondays are worst', 'Thrown out of the queue'];
        for (const text of [...wanted, ...written.flatMap(([step, , text]) => (stepIds[step] ? [text] : []))]) {
          expect(all).toContain(text);
        }
      }),
      runs(),
    );
  });

  test('is taken back by one undo, and everything is as it was', () => {
    fc.assert(
      fc.property(editOf(keeping, 10), fc.uniqueArray(fc.nat(6), { minLength: 2 }), (before, numbers) => {
        const doc = openDocument(mapWithEvidence());
        for (const { name, dice: thrown } of before) performEdit(doc, name, thrown);
        const was = read(doc);
        const undo = createUndo(doc);
        const ids = arrange(was).steps.map(({ id }) => id);
        if (!mergeSteps(doc, { ids: numbers.flatMap((number) => ids[number] ?? []) })) return;
        undo.undo();
        expect(withoutOld(read(doc))).toEqual(withoutOld(was));
        expect(undo.canUndo()).toBe(false);
      }),
      runs(),
    );
  });
});

/** Undone makings stay as revoked records, and order keys of a list may have been written anew. */
const withoutOld = (map: JourneyMap): ArrangedMap => arrange(map);

describe('splitting', () => {
  test('and merging gives back the same step', () => {
    fc.assert(
      fc.property(
        editOf(keeping, 10),
        fc.nat(8),
        fc.array(fc.nat(8)),
        fc.array(fc.nat(4)),
        (before, number, cards, touchpoints) => {
          const doc = openDocument(mapWithEvidence());
          for (const { name, dice: thrown } of before) performEdit(doc, name, thrown);
          const was = arrange(read(doc));
          const step = was.steps[number % was.steps.length];
          if (!step) return;
          const own = [...was.cells.values()].flat().filter(({ pos }) => pos.stepId === step.id);
          const id = splitStep(doc, {
            id: step.id,
            cardIds: cards.flatMap((card) => own[card]?.id ?? []),
            touchpointIds: touchpoints.flatMap((touchpoint) => step.touchpoints[touchpoint]?.id ?? []),
          });
          expect(id).not.toBeNull();
          expectAllInSight(read(doc));
          expect(mergeSteps(doc, { ids: [id ?? '', step.id] })).toBe(step.id);
          const now = arrange(read(doc));
          const again = now.steps.find((candidate) => candidate.id === step.id);
          const ids = (records: readonly { id: string }[]) => records.map((record) => record.id).sort();
          expect(ids([...now.cells.values()].flat().filter(({ pos }) => pos.stepId === step.id))).toEqual(ids(own));
          expect(ids(again?.touchpoints ?? [])).toEqual(ids(step.touchpoints));
          expect({ ...again, touchpoints: [] }).toEqual({ ...step, touchpoints: [] });
          expect(now.steps.map((one) => one.id)).toEqual(was.steps.map((one) => one.id));
        },
      ),
      runs(),
    );
  });
});
