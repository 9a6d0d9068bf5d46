import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addCard, deleteCards, moveCards } from '@/lib/document/operations/cards';
import { deleteLane } from '@/lib/document/operations/lanes';
import { mergeStages } from '@/lib/document/operations/mergeStages';
import { mergeSteps } from '@/lib/document/operations/mergeSteps';
import { deleteStage } from '@/lib/document/operations/stages';
import { deleteStep } from '@/lib/document/operations/steps';
import { readMap } from '@/lib/document/readMap';
import { foreseeParts, foreseeWithMissing } from '@/lib/document/restore/foreseeParts';
import type { MapPart } from '@/lib/document/restore/parts';
import { restoreMap } from '@/lib/document/restore/restoreMap';
import { withoutCovered } from '@/lib/document/restore/withoutCovered';
import { heedSilentRound, inSilentRound, shownBy } from '@/lib/document/silentRound';
import { setText } from '@/lib/document/textReference';
import { arrange } from '@/lib/map/arrange';
import { diffMaps } from '@/lib/map/diff/diffMaps';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { openDocument } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';

const read = (doc: Y.Doc) => readMap(doc).map;
const nothingAstray = { cards: [], steps: [], missing: [], merged: [] };

/** A document that was changed since its version. */
function changed(change: (doc: Y.Doc) => void) {
  const doc = openDocument(smallMap());
  const version = read(doc);
  change(doc);
  const foresee = (...parts: MapPart[]) => foreseeParts(Y.encodeStateAsUpdate(doc), version, parts);
  const withMissing = (...parts: MapPart[]) => foreseeWithMissing(Y.encodeStateAsUpdate(doc), version, parts);
  return { doc, version, foresee, withMissing };
}

describe('what becomes of a map when parts of a version are brought back', () => {
  test('is said before it is done, and changes nothing yet', () => {
    const { doc, version, foresee } = changed((one) => {
      deleteCards(one, { ids: ['card1'] });
      setText(one, { reference: { type: 'card', id: 'card2', field: 'text' }, text: 'Otherwise' });
      addCard(one, { at: { stepId: 'step1', laneId: 'lane1' }, text: 'New' });
    });
    const before = read(doc);
    const { diff, summary, astray } = foresee({ type: 'step', id: 'step1' });
    expect(read(doc)).toEqual(before);
    expect(diff.differences.map(({ kind, collection }) => `${kind} ${collection}`).sort()).toEqual([
      'added cards',
      'changed cards',
      'removed cards',
    ]);
    expect(summary.map((line) => line.type === 'records' && [line.what, line.kind, line.targets.length])).toEqual([
      ['card', 'added', 1],
      ['card', 'removed', 1],
      ['card', 'changed', 1],
    ]);
    expect(astray).toEqual(nothingAstray);
    restoreMap(doc, version, { parts: [{ type: 'step', id: 'step1' }], at: 5 });
    expect(diffMaps(before, read(doc)).differences).toEqual(diff.differences);
  });

  test('says nothing of cards that the page hides, though they go, too', () => {
    const { doc, version, foresee } = changed((one) => {
      inSilentRound(one, { id: 'round1', startedAt: 1 }, () => {
        addCard(one, { at: { stepId: 'step1', laneId: 'lane1' }, text: 'Nobody may know yet' });
      });
      deleteCards(one, { ids: ['card1'] });
    });
    const step = { type: 'step', id: 'step1' } as const;
    expect(JSON.stringify(foresee(step))).toContain('Nobody may know yet');
    heedSilentRound(doc, { mark: null, shows: ({ round }) => round === undefined });
    const state = Y.encodeStateAsUpdate(doc);
    const show = (map: JourneyMap) => shownBy(doc, map);
    const foreseen = foreseeParts(state, version, [step], show);
    expect(foreseen.diff.differences.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['added card1']);
    for (const told of [foreseen, foreseeWithMissing(state, version, [step], show)]) {
      expect(JSON.stringify(told)).not.toContain('Nobody may know yet');
    }
  });

  test('is nothing where the part already is as on the version', () => {
    const { foresee } = changed((one) => deleteCards(one, { ids: ['card1'] }));
    const { diff, summary, astray } = foresee({ type: 'card', id: 'card2' });
    expect([diff.differences, summary, astray]).toEqual([[], [], nothingAstray]);
  });

  test('a card whose step or lane is gone comes among the unplaced ones', () => {
    for (const [remove, missing] of [
      [(one: Y.Doc) => deleteStep(one, { id: 'step2' }), { type: 'step', id: 'step2' }],
      [(one: Y.Doc) => deleteLane(one, { id: 'lane1' }), { type: 'lane', id: 'lane1' }],
    ] as const) {
      const { doc, version, foresee, withMissing } = changed((one) => {
        deleteCards(one, { ids: ['card3'] });
        remove(one);
      });
      const card = { type: 'card', id: 'card3' } as const;
      expect(foresee(card).astray).toEqual({ ...nothingAstray, cards: ['card3'], missing: [missing] });
      // With what it stood in, it stands where it stood.
      const whole = withMissing(card);
      expect(whole.added).toEqual([missing]);
      expect(whole.foreseen.astray).toEqual(nothingAstray);
      restoreMap(doc, version, { parts: [card], at: 5 });
      expect(arrange(read(doc)).unplacedCards.map(({ id }) => id)).toContain('card3');
      restoreMap(doc, version, { parts: whole.parts, at: 6 });
      expect(diffMaps(version, read(doc)).differences).toEqual([]);
    }
  });

  test('a step whose stage is gone comes among those without one; with a card of it, both come along', () => {
    const { foresee, withMissing } = changed((one) => {
      deleteCards(one, { ids: ['card3'] });
      deleteStep(one, { id: 'step2' });
      deleteStage(one, { id: 'stage2' });
    });
    const stage = { type: 'stage', id: 'stage2' } as const;
    expect(foresee({ type: 'step', id: 'step2' }).astray).toEqual({ ...nothingAstray, steps: ['step2'], missing: [stage] });
    const whole = withMissing({ type: 'card', id: 'card3' });
    expect(whole.added).toEqual([{ type: 'step', id: 'step2' }, stage]);
    expect(whole.parts).toEqual([stage]);
    expect(whole.foreseen.astray).toEqual(nothingAstray);
  });

  test('what it stood in may have become part of something else: then it comes there', () => {
    const card = { type: 'card', id: 'card4' } as const;
    const { doc, version, foresee } = changed((one) => {
      mergeSteps(one, { ids: ['step1', 'step2'] });
      deleteCards(one, { ids: ['card4'] });
    });
    expect(foresee(card).astray).toEqual({ ...nothingAstray, merged: [{ type: 'step', id: 'step2', into: 'step1' }] });
    restoreMap(doc, version, { parts: [card], at: 5 });
    const cells = arrange(read(doc)).cells.get('step1:lane1') ?? [];
    expect(cells.map(({ id }) => id)).toContain('card4');
    // Where it already stands there, nothing would happen.
    expect(foresee(card).diff.differences).toEqual([]);

    const stages = changed((one) => {
      mergeStages(one, { ids: ['stage1', 'stage2'] });
      deleteStep(one, { id: 'step3' });
    });
    expect(stages.foresee({ type: 'step', id: 'step3' }).astray.merged).toEqual([
      { type: 'stage', id: 'stage2', into: 'stage1' },
    ]);
  });

  test('what lay in the tray on the version, too, is nothing to tell', () => {
    const doc = openDocument(smallMap());
    deleteStep(doc, { id: 'step2' });
    const version = read(doc);
    deleteCards(doc, { ids: ['card3'] });
    const { diff, astray } = foreseeParts(Y.encodeStateAsUpdate(doc), version, [{ type: 'card', id: 'card3' }]);
    expect(diff.differences.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['added card3']);
    expect(astray).toEqual(nothingAstray);
  });

  test('what moved out of a part comes back into it, what moved in goes back', () => {
    const { foresee } = changed((one) => {
      moveCards(one, { ids: ['card1'], to: { stepId: 'step3', laneId: 'lane1' } });
      moveCards(one, { ids: ['card4'], to: { stepId: 'step1', laneId: 'lane1' } });
    });
    const { diff } = foresee({ type: 'step', id: 'step1' });
    expect(diff.differences.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['moved card1', 'moved card4']);
  });
});

describe('parts that are chosen together', () => {
  test('are named once, and only where another one does not bring them along', () => {
    const map = smallMap();
    const parts = (...names: string[]): MapPart[] =>
      names.map((name) => ({ type: name.replace(/\d/, '') as MapPart['type'], id: name }));
    expect(withoutCovered(map, parts('card1', 'card1', 'card3'))).toEqual(parts('card1', 'card3'));
    expect(withoutCovered(map, parts('card1', 'step1', 'card3'))).toEqual(parts('step1', 'card3'));
    expect(withoutCovered(map, parts('lane1', 'card1', 'step1'))).toEqual(parts('lane1', 'step1'));
    expect(withoutCovered(map, parts('card3', 'step2', 'stage2', 'card1'))).toEqual(parts('stage2', 'card1'));
    // What is on no map brings nothing along.
    expect(withoutCovered(map, [{ type: 'card', id: 'elsewhere' }])).toEqual([{ type: 'card', id: 'elsewhere' }]);
  });
});
