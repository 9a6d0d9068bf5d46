import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { describeChanges } from '@/lib/document/activity';
import { createDocument } from '@/lib/document/createDocument';
import { applyOperations, operationSchema } from '@/lib/document/named/applyOperations';
import { addCard } from '@/lib/document/operations/cards';
import {
  addReason,
  addReasonAnswer,
  deleteReason,
  removeReasonAnswer,
  setReasonAim,
  setReasonAnswers,
  setReasonText,
} from '@/lib/document/operations/reasons';
import { restoreRecord } from '@/lib/document/operations/records';
import { deleteStep } from '@/lib/document/operations/steps';
import { readMap } from '@/lib/document/readMap';
import { recordsOf } from '@/lib/document/schema';
import { takeBack } from '@/lib/document/takeBack';
import { setText, textOf } from '@/lib/document/textReference';
import { createUndo } from '@/lib/document/undo';
import { collections } from '@/lib/map/collections';
import { listDeletedRecords } from '@/lib/map/history/deletedRecords';
import { journeyMapSchema } from '@/lib/map/journeyMap';
import { differingCollections, maxAnswers, maxReasonsPerThing, type Reason, type ReasonAnswer } from '@/lib/map/reason';
import { reasonsOf } from '@/lib/map/reasons';
import { withoutHidden } from '@/lib/map/withoutHidden';
import { copyDocument, openDocument, syncDocuments } from '@/tests/builders/document';
import { mapWithReasons, smallMap } from '@/tests/builders/map';

const map = smallMap();
const step = map.steps[1]?.id ?? '';
const about = { collection: 'steps', id: step } as const;
const [first, second]: ReasonAnswer[] = [
  { type: 'card', id: 'card1' },
  { type: 'link', id: 'link1' },
];

const reasons = (doc: Y.Doc): readonly Reason[] => {
  const { map: read, issues } = readMap(doc);
  expect(issues).toEqual([]);
  return reasonsOf(read).get(`steps ${step}`) ?? [];
};
const only = (doc: Y.Doc): Reason | undefined => reasons(doc)[0];
const added = (doc: Y.Doc, extra: object = {}): string => addReason(doc, { about, text: 'Nobody waits twice', ...extra }) ?? '';

/** Two people who have the same map with one reason and are not connected. */
function two(): [Y.Doc, Y.Doc, string] {
  const doc = openDocument(map);
  const id = added(doc);
  return [doc, copyDocument(doc), id];
}

describe('a reason', () => {
  test('is about anything that can differ: every collection but that of reasons, and the title block', () => {
    const all: string[] = ['meta', ...collections];
    expect([...differingCollections].sort()).toEqual(all.filter((collection) => collection !== 'reasons').sort());
  });

  test('says why, what it answers and what is hoped for, also of what is not on the map', () => {
    const doc = openDocument(map);
    const id = added(doc, { answers: [second, first, first], aim: { kind: 'emotion', personaId: 'persona1', to: 1.449 } });
    expect(only(doc)).toEqual({
      ...{ id, about, text: 'Nobody waits twice' },
      answers: [first, second],
      aim: { kind: 'emotion', personaId: 'persona1', to: 1.4 },
    });
    expect(addReason(doc, { about: { collection: 'cards', id: 'removedLongAgo' } })).not.toBeNull();
    deleteStep(doc, { id: step });
    expect(only(doc)?.id).toBe(id);
  });

  test('refuses what is none, and more than anybody reads', () => {
    const doc = openDocument(map);
    expect(addReason(doc, { about: { collection: 'reasons', id: 'x' } as never })).toBeNull();
    expect(addReason(doc, { about, aim: { kind: 'score', metric: 'csat', to: 101 } })).toBeNull();
    expect(addReason(doc, { about, aim: { kind: 'moment', gate: 'failed' } as never })).toBeNull();
    const many = Array.from({ length: maxAnswers + 1 }, (_, index) => ({ type: 'card' as const, id: `card${index}` }));
    expect(addReason(doc, { about, answers: many })).toBeNull();
    const id = added(doc, { answers: many.slice(1) });
    expect(addReasonAnswer(doc, { id, answer: { type: 'card', id: 'card1' } })).toBe(true);
    expect(addReasonAnswer(doc, { id, answer: { type: 'card', id: 'card0' } })).toBe(false);
    expect(setReasonAnswers(doc, { id, answers: many })).toBe(false);
    expect(setReasonAim(doc, { id, aim: { kind: 'emotion', personaId: 'p', to: 3 } })).toBe(false);
    for (let count = 1; count < maxReasonsPerThing; count++) expect(added(doc)).not.toBe('');
    expect(added(doc)).toBe('');
    expect(addReason(doc, { about: { collection: 'meta', id: '' } })).not.toBeNull();
  });

  test.each([
    ['steps', 'Schritt 1'],
    ['steps', ''],
    ['meta', 'step1'],
    ['emotions', 'step1'],
    ['stepDepartments', 'step1:a b'],
    ['cardTags', 'card1:'],
  ] as const)('is about no %s of the key “%s”, in a document neither', (collection, id) => {
    const doc = openDocument(map);
    const given = { collection, id };
    expect(addReason(doc, { about: given })).toBeNull();
    expect(applyOperations(doc, [{ op: 'addReason', about: given }])).toMatchObject({ index: 0, reason: 'notThere' });
    expect(addReason(doc, { about })).not.toBeNull();
    for (const record of recordsOf(doc, 'reasons').values()) (record as Y.Map<unknown>).set('about', given);
    expect(readMap(doc).map.reasons).toEqual([]);
  });

  test.each([
    ['meta', ''],
    ['emotions', 'step1:persona1'],
    ['stepDepartments', 'step1:department1'],
    ['cardTags', 'card1:two words: and a colon'],
    ['moments', 'step1'],
  ] as const)('is about what %s holds under the key “%s”', (collection, id) => {
    const doc = openDocument(map);
    expect(addReason(doc, { about: { collection, id } })).not.toBeNull();
    expect(readMap(doc).map.reasons.at(-1)?.about).toEqual({ collection, id });
  });

  test('of two people for the same thing, both are there', () => {
    const [mine, yours] = two();
    addReason(mine, { about, text: 'mine' });
    addReason(yours, { about, text: 'yours' });
    syncDocuments(mine, yours);
    expect(
      reasons(mine)
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['Nobody waits twice', 'mine', 'yours']);
    expect(reasons(yours)).toEqual(reasons(mine));
  });

  test('gets the words and answers of both who work on it at once', () => {
    const [mine, yours, id] = two();
    textOf(mine, { type: 'reason', id, field: 'text' })?.insert(0, 'Really: ');
    setReasonText(yours, { id, text: 'Nobody waits twice, they told us' });
    addReasonAnswer(mine, { id, answer: first as ReasonAnswer });
    setReasonAnswers(yours, { id, answers: [second as ReasonAnswer] });
    syncDocuments(mine, yours);
    expect(only(mine)).toMatchObject({ text: 'Really: Nobody waits twice, they told us', answers: [first, second] });
    expect(only(yours)).toEqual(only(mine));
    removeReasonAnswer(mine, { id, answer: first as ReasonAnswer });
    expect(only(mine)?.answers).toEqual([second]);
  });

  test('the last answers of several people at once are all kept', () => {
    const doc = openDocument(map);
    const card = (index: number): ReasonAnswer => ({ type: 'card', id: `card${index}` });
    const id = added(doc, { answers: Array.from({ length: maxAnswers - 1 }, (_, index) => card(index)) });
    const yours = copyDocument(doc);
    addReasonAnswer(doc, { id, answer: card(100) });
    addReasonAnswer(yours, { id, answer: card(101) });
    syncDocuments(doc, yours);
    expect(only(doc)?.answers).toHaveLength(maxAnswers + 1);
    expect(only(yours)).toEqual(only(doc));
  });

  test('each change is a step of the person’s undo, and others’ words keep it', () => {
    const [mine, yours, id] = two();
    const undo = createUndo(mine);
    addReasonAnswer(mine, { id, answer: first as ReasonAnswer });
    setReasonAim(mine, { id, aim: { kind: 'score', metric: 'nps', to: 20 } });
    setText(mine, { reference: { type: 'reason', id, field: 'text' }, text: 'Nobody waits' });
    deleteReason(mine, { id });
    expect(only(mine)).toBeUndefined();
    for (let count = 0; count < 4; count++) undo.undo();
    expect(only(mine)).toEqual({ id, about, text: 'Nobody waits twice', answers: [] });
    for (let count = 0; count < 3; count++) undo.redo();
    expect(only(mine)).toMatchObject({ text: 'Nobody waits', answers: [first], aim: { kind: 'score', metric: 'nps', to: 20 } });

    const own = added(mine, { text: 'mine' });
    syncDocuments(mine, yours);
    undo.undo();
    expect(reasons(mine).map((reason) => reason.id)).not.toContain(own);
    undo.redo();
    syncDocuments(mine, yours);
    addReasonAnswer(yours, { id: own, answer: second as ReasonAnswer });
    syncDocuments(mine, yours);
    undo.undo();
    expect(reasons(mine).find((reason) => reason.id === own)?.answers).toEqual([second]);
  });

  test('a card whose making is undone stays when somebody gave a reason for it', () => {
    const [mine, yours] = two();
    const undo = createUndo(mine);
    const cardId = addCard(mine, { at: { stepId: step, laneId: 'lane1' }, text: 'Calls back' }) ?? '';
    syncDocuments(mine, yours);
    addReason(yours, { about: { collection: 'cards', id: cardId }, text: 'Promised' });
    syncDocuments(mine, yours);
    undo.undo();
    expect(readMap(mine).map.cards.find((card) => card.id === cardId)?.deletedAt).toBeUndefined();
  });

  test('is brought back from what was deleted', () => {
    const [doc, , id] = two();
    deleteReason(doc, { id });
    expect(listDeletedRecords(readMap(doc).map)[0]).toMatchObject({ collection: 'reasons', id, text: 'Nobody waits twice' });
    expect(restoreRecord(doc, { collection: 'reasons', id })).toBe(true);
    expect(only(doc)?.text).toBe('Nobody waits twice');
  });

  test('what somebody did to it in the last minutes is taken back, unless others went on with it', () => {
    const [doc, , id] = two();
    const before = readMap(doc).map;
    setReasonAnswers(doc, { id, answers: [first, second] as ReasonAnswer[] });
    setReasonAim(doc, { id, aim: { kind: 'moment', gate: 'held' } });
    const changes = describeChanges(before, readMap(doc).map);
    expect(changes.map(({ record, field }) => `${record} ${field}`)).toEqual(['reason aim', 'reason answers']);
    removeReasonAnswer(doc, { id, answer: first as ReasonAnswer });
    expect(takeBack(doc, changes)).toEqual({ taken: 1, kept: 1 });
    expect(only(doc)).toEqual({ id, about, text: 'Nobody waits twice', answers: [second] });
  });

  test('is read from any document: what is no answer is left out, and what is about nothing', () => {
    const [doc, , id] = two();
    const record = recordsOf(doc, 'reasons').get(id) as Y.Map<unknown>;
    (record.get('answers') as Y.Map<unknown>).set('card:a b', true);
    (record.get('answers') as Y.Map<unknown>).set('nothing', true);
    (record.get('answers') as Y.Map<unknown>).set('card:card1', true);
    expect(only(doc)?.answers).toEqual([first]);
    record.set('answers', [second, first, { type: 'else', id: 'x' }]);
    expect(only(doc)?.answers).toEqual([first, second]);
    expect(addReasonAnswer(doc, { id, answer: first as ReasonAnswer })).toBe(true);
    record.set('answers', 7);
    expect(readMap(doc).map.reasons[0]?.answers).toEqual([]);
    record.set('about', { collection: 'weather', id: 'x' });
    expect(readMap(doc).map.reasons).toEqual([]);
  });

  test('is in the document and in the file of a map, which may be without reasons', () => {
    const whole = mapWithReasons();
    expect(readMap(copyDocument(createDocument(whole))).map).toEqual(whole);
    const { reasons: _, ...older } = smallMap();
    expect(journeyMapSchema.parse(older).reasons).toEqual([]);
  });

  test('about a card that a silent round hides is hidden with it', () => {
    const [card, other] = [map.cards[0]?.id ?? '', map.cards[1]?.id ?? ''];
    const of = (id: string, thing: Reason['about']): Reason => ({ id, about: thing, text: 'secret', answers: [] });
    const hidden = withoutHidden(
      {
        ...map,
        cards: map.cards.map((one) => (one.id === card ? { ...one, round: { id: 'round', startedAt: 1, by: 'me' } } : one)),
        reasons: [
          of('a', { collection: 'cards', id: card }),
          of('b', { collection: 'cardTags', id: `${card}:x` }),
          of('c', { collection: 'cards', id: other }),
        ],
      },
      'round',
    );
    expect(hidden.reasons.map(({ id }) => id)).toEqual(['c']);
  });

  test('a program gives one for what it has just made, answering what it has just made', () => {
    const doc = openDocument(map);
    const operations = [
      { op: 'addCard', as: 'pain', at: { stepId: step, laneId: 'lane1' }, text: 'Waits', kind: 'painPoint' },
      { op: 'addStep', as: 'new', at: { after: step }, title: 'Is called back' },
      {
        op: 'addReason',
        as: 'why',
        about: { collection: 'steps', id: '$new' },
        answers: [{ type: 'card', id: '$pain' }],
        aim: { kind: 'score', metric: 'csat', to: 80 },
      },
      { op: 'addReasonAnswer', id: '$why', answer: { type: 'card', id: 'cardOfTheBaseline' } },
      { op: 'setReasonText', id: '$why', text: 'Nobody waits twice' },
    ];
    const applied = applyOperations(
      doc,
      operations.map((operation) => operationSchema.parse(operation)),
    );
    expect(applied).toHaveProperty('results');
    const read = readMap(doc).map;
    const cardId = read.cards.find(({ text }) => text === 'Waits')?.id ?? '';
    expect(read.reasons).toMatchObject([
      {
        about: { collection: 'steps', id: read.steps.find(({ title }) => title === 'Is called back')?.id },
        text: 'Nobody waits twice',
        aim: { kind: 'score', metric: 'csat', to: 80 },
      },
    ]);
    expect(read.reasons[0]?.answers.map(({ id }) => id).sort()).toEqual([cardId, 'cardOfTheBaseline'].sort());
    const gone = operationSchema.parse({ op: 'setReasonAnswers', id: 'gone', answers: [{ type: 'card', id: 'x' }] });
    expect(applyOperations(doc, [gone])).toEqual({ index: 0, reason: 'notThere', missing: ['gone'] });
  });
});
