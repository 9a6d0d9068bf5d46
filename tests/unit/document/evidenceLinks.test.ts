import { beforeEach, describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { createDocument } from '@/lib/document/createDocument';
import { applyOperations } from '@/lib/document/named/applyOperations';
import { deleteCards, duplicateCards } from '@/lib/document/operations/cards';
import { duplicateSteps } from '@/lib/document/operations/duplicateBlocks';
import { changeLink, linkEvidence, unlinkEvidence } from '@/lib/document/operations/evidenceLinks';
import { insertSteps } from '@/lib/document/operations/insertBlock';
import { mergeSteps } from '@/lib/document/operations/mergeSteps';
import { restoreRecord } from '@/lib/document/operations/records';
import { splitStep } from '@/lib/document/operations/split';
import { deleteStep } from '@/lib/document/operations/steps';
import { readMap } from '@/lib/document/readMap';
import { takeBack } from '@/lib/document/takeBack';
import { createUndo } from '@/lib/document/undo';
import { blockSchema } from '@/lib/map/block';
import { maxLinksPerTarget } from '@/lib/map/evidenceLink';
import { listLinks } from '@/lib/map/listLinks';
import { takeSteps } from '@/lib/map/takeBlock';
import { withoutDeleted } from '@/lib/map/withoutDeleted';
import { copyDocument, openDocument, syncDocuments } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';

let doc: Y.Doc;
beforeEach(() => {
  doc = openDocument(smallMap());
});

const read = (of: Y.Doc = doc) => {
  const { map, issues } = readMap(of);
  expect(issues).toEqual([]);
  return map;
};
/** What is linked, as the map shows it. */
const shown = (of: Y.Doc = doc) => listLinks(read(of)).map(({ id: _, target: { type, id }, ...said }) => [`${type} ${id}`, said]);
const step = (id: string) => ({ type: 'step', id }) as const;

describe('linking', () => {
  test('all of a source, a part of it, or one answer, to whatever is on the map', () => {
    const card = read().cards[0]?.id ?? '';
    const way = read().transitions[0]?.id ?? '';
    const moment = read().moments[0]?.stepId ?? '';
    linkEvidence(doc, { target: step('step1'), sourceId: 's1' });
    linkEvidence(doc, {
      target: { type: 'card', id: card },
      sourceId: 's1',
      filter: { touchpoint: 'Hotline', text: 'lange warten' },
    });
    linkEvidence(doc, { target: { type: 'transition', id: way }, sourceId: 's1', responseId: 'a_-1' });
    linkEvidence(doc, { target: { type: 'moment', id: moment }, sourceId: 's1', responseId: 'a2', column: 3 });
    expect(shown()).toEqual(
      expect.arrayContaining([
        ['step step1', { sourceId: 's1' }],
        [`card ${card}`, { sourceId: 's1', filter: { touchpoint: 'Hotline', text: 'lange warten' } }],
        [`transition ${way}`, { sourceId: 's1', responseId: 'a_-1' }],
        [`moment ${moment}`, { sourceId: 's1', responseId: 'a2', column: 3 }],
      ]),
    );
    expect(shown()).toHaveLength(4);
  });

  test('the same twice is one link, whatever the order of the filter', () => {
    const id = linkEvidence(doc, { target: step('step1'), sourceId: 's1', filter: { channel: 'phone', from: '2026-01-01' } });
    expect(linkEvidence(doc, { target: step('step1'), sourceId: 's1', filter: { from: '2026-01-01', channel: 'phone' } })).toBe(
      id,
    );
    expect(read().links).toHaveLength(1);
    // The same answers may be about several steps.
    expect(
      linkEvidence(doc, { target: step('step2'), sourceId: 's1', filter: { channel: 'phone', from: '2026-01-01' } }),
    ).not.toBe(id);
  });

  test.each([
    ['a step that is not there', { target: step('gone'), sourceId: 's1' }],
    ['a moment that nobody marked', { target: { type: 'moment' as const, id: 'step1' }, sourceId: 's1' }],
    ['a filter of one answer', { target: step('step1'), sourceId: 's1', responseId: 'a', filter: { channel: 'phone' } }],
    ['a column without an answer', { target: step('step1'), sourceId: 's1', column: 2 }],
    ['no id of a source', { target: step('step1'), sourceId: 'not an id' }],
  ])('refuses %s', (_, input) => {
    expect(linkEvidence(doc, input)).toBeNull();
    expect(read().links).toEqual([]);
  });

  test('a target has its fill', () => {
    for (let n = 0; n < maxLinksPerTarget; n++) linkEvidence(doc, { target: step('step1'), sourceId: 's1', responseId: `a${n}` });
    expect(linkEvidence(doc, { target: step('step1'), sourceId: 's2' })).toBeNull();
    expect(linkEvidence(doc, { target: step('step2'), sourceId: 's2' })).not.toBeNull();
  });

  test('of two people at once is one link for everybody, and one unlinking takes it away', () => {
    const other = copyDocument(createDocument(read()));
    const state = copyDocument(createDocument(read()));
    doc = state;
    syncDocuments(doc, other);
    linkEvidence(doc, { target: step('step1'), sourceId: 's1' });
    linkEvidence(other, { target: step('step1'), sourceId: 's1' });
    syncDocuments(doc, other);
    expect(shown()).toEqual([['step step1', { sourceId: 's1' }]]);
    expect(shown(other)).toEqual(shown());
    const [link] = listLinks(read());
    changeLink(doc, { id: link?.id ?? '', filter: { touchpoint: 'Hotline' } });
    expect(shown()).toEqual([['step step1', { sourceId: 's1', filter: { touchpoint: 'Hotline' } }]]);
    unlinkEvidence(doc, { ids: [link?.id ?? ''] });
    expect(shown()).toEqual([]);
  });
});

describe('changing', () => {
  test('target and filter are one value each: of two at once, one of both stands whole', () => {
    const id = linkEvidence(doc, { target: step('step1'), sourceId: 's1', filter: { channel: 'phone' } }) ?? '';
    const other = copyDocument(doc);
    changeLink(doc, { id, target: step('step2') });
    changeLink(other, { id, filter: { touchpoint: 'Shop', from: '2026-01-01' } });
    syncDocuments(doc, other);
    expect(shown()).toEqual([['step step2', { sourceId: 's1', filter: { touchpoint: 'Shop', from: '2026-01-01' } }]]);
    expect(changeLink(doc, { id, filter: null })).toBe(true);
    expect(shown()).toEqual([['step step2', { sourceId: 's1' }]]);
    expect(changeLink(doc, { id, target: step('gone') })).toBe(false);
    expect(changeLink(doc, { id: 'gone', filter: null })).toBe(false);
  });

  test('what a later version wrote into a filter stays', () => {
    const id = linkEvidence(doc, { target: step('step1'), sourceId: 's1', filter: { channel: 'phone' } }) ?? '';
    (doc.getMap('links').get(id) as Y.Map<unknown>).set('filter', { channel: 'phone', mood: ['waiting'], hour: { from: 8 } });
    const later = { mood: ['waiting'], hour: { from: 8 } };
    expect(openDocument(read()).getMap('links').toJSON()[id]).toMatchObject({ filter: { ...later, channel: 'phone' } });
    changeLink(doc, { id, filter: { text: 'warten' } });
    expect(shown()).toEqual([['step step1', { sourceId: 's1', filter: { ...later, text: 'warten' } }]]);
    const { map } = readMap(openDocument(read()));
    expect(map.links[0]?.filter).toEqual({ ...later, text: 'warten' });
  });

  test('is undone, and so are linking and unlinking', () => {
    const undo = createUndo(doc);
    const id = linkEvidence(doc, { target: step('step1'), sourceId: 's1' }) ?? '';
    changeLink(doc, { id, target: step('step2'), filter: { channel: 'phone' } });
    unlinkEvidence(doc, { ids: [id] });
    expect(shown()).toEqual([]);
    undo.undo();
    expect(shown()).toEqual([['step step2', { sourceId: 's1', filter: { channel: 'phone' } }]]);
    undo.undo();
    expect(shown()).toEqual([['step step1', { sourceId: 's1' }]]);
    undo.undo();
    expect(shown()).toEqual([]);
    undo.redo();
    expect(shown()).toEqual([['step step1', { sourceId: 's1' }]]);
  });

  test('is taken back where the step is still there', () => {
    const id = linkEvidence(doc, { target: step('step1'), sourceId: 's1' }) ?? '';
    changeLink(doc, { id, target: step('step2') });
    const change = { record: 'link', recordId: id, field: 'target', before: step('step1'), after: step('step2') } as const;
    const gone = copyDocument(doc);
    deleteStep(gone, { id: 'step1' });
    expect(takeBack(gone, [change])).toEqual({ taken: 0, kept: 1 });
    expect(takeBack(doc, [change])).toEqual({ taken: 1, kept: 0 });
    expect(shown()).toEqual([['step step1', { sourceId: 's1' }]]);
  });
});

describe('what links hang on', () => {
  test('merged steps: the one that stays has them, the same ones once', () => {
    for (const id of ['step1', 'step2', 'step3']) linkEvidence(doc, { target: step(id), sourceId: 's1' });
    linkEvidence(doc, { target: step('step3'), sourceId: 's2' });
    mergeSteps(doc, { ids: ['step2', 'step3'] });
    expect(shown()).toHaveLength(3);
    expect(shown()).toEqual(
      expect.arrayContaining([
        ['step step1', { sourceId: 's1' }],
        ['step step2', { sourceId: 's1' }],
        ['step step2', { sourceId: 's2' }],
      ]),
    );
    // What somebody links to the merged one meanwhile counts as the same.
    expect(linkEvidence(doc, { target: step('step2'), sourceId: 's2' })).toBe(
      read().links.find(({ sourceId }) => sourceId === 's2')?.id,
    );
  });

  test('split steps: the first part has them', () => {
    linkEvidence(doc, { target: step('step2'), sourceId: 's1' });
    splitStep(doc, { id: 'step2' });
    expect(shown()).toEqual([['step step2', { sourceId: 's1' }]]);
  });

  test('copies have them as well', () => {
    const card = read().cards[0]?.id ?? '';
    linkEvidence(doc, { target: step('step2'), sourceId: 's1', filter: { channel: 'phone' } });
    linkEvidence(doc, { target: { type: 'card', id: card }, sourceId: 's1', responseId: 'a' });
    const [copy] = duplicateCards(doc, { ids: [card] });
    const [other] = duplicateSteps(doc, { ids: ['step2'] });
    expect(shown()).toContainEqual([`card ${copy}`, { sourceId: 's1', responseId: 'a' }]);
    expect(shown()).toContainEqual([`step ${other}`, { sourceId: 's1', filter: { channel: 'phone' } }]);
  });

  test('copies on another map have them where the same sources are', () => {
    const moment = read().moments[0]?.stepId ?? '';
    linkEvidence(doc, { target: step(moment), sourceId: 's1' });
    linkEvidence(doc, { target: { type: 'moment', id: moment }, sourceId: 's2' });
    const block = takeSteps(read(), [moment]);
    const written = blockSchema.parse(JSON.parse(JSON.stringify(block)));
    if (written.kind !== 'steps') throw new Error('no steps');
    const there = openDocument({ ...smallMap(), links: [] });
    const at = { stageId: 'stage1' };
    insertSteps(there, { block: written, at, sameMap: false });
    expect(shown(there)).toEqual([]);
    const [id] = insertSteps(there, { block: written, at, sameMap: false, sameSources: true }) ?? [];
    expect(shown(there)).toHaveLength(2);
    expect(shown(there)).toEqual(
      expect.arrayContaining([
        [`step ${id}`, { sourceId: 's1' }],
        [`moment ${id}`, { sourceId: 's2' }],
      ]),
    );
  });

  test('what is deleted takes them out of sight, and brings them back', () => {
    const card = read().cards[0]?.id ?? '';
    linkEvidence(doc, { target: { type: 'card', id: card }, sourceId: 's1' });
    deleteCards(doc, { ids: [card] });
    expect(shown()).toEqual([]);
    expect(withoutDeleted(read()).links).toEqual([]);
    restoreRecord(doc, { collection: 'cards', id: card });
    expect(shown()).toHaveLength(1);
    const step1 = linkEvidence(doc, { target: step('step1'), sourceId: 's1' });
    deleteStep(doc, { id: 'step1' });
    expect(listLinks(read()).map(({ id }) => id)).not.toContain(step1);
  });
});

test('programs link by name, and a filter’s days are no references', () => {
  const target = { type: 'card', id: '$said' };
  const done = applyOperations(doc, [
    { op: 'addCard', at: { stepId: 'step1', laneId: 'lane1' }, text: 'waits', as: 'said' },
    { op: 'linkEvidence', target, sourceId: 's1', filter: { from: '2026-01-01' }, as: 'link' },
    { op: 'changeLink', id: '$link', filter: { to: '2026-01-31' } },
  ]);
  expect(done).toMatchObject({ results: [{}, {}, { done: true }] });
  expect(shown()).toEqual([[expect.stringMatching(/^card /), { sourceId: 's1', filter: { to: '2026-01-31' } }]]);
  const refused = applyOperations(doc, [
    { op: 'linkEvidence', target: { type: 'step', id: 'gone' }, sourceId: 's1', filter: { from: '2026-01-01' } },
  ]);
  expect(refused).toEqual({ index: 0, reason: 'notThere', missing: ['gone'] });
});
