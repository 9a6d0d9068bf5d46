import { describe, expect, test } from 'vitest';
import { setEvidenceLevel } from '@/lib/document/operations/evidence';
import { readMap } from '@/lib/document/readMap';
import { createUndo } from '@/lib/document/undo';
import { openDocument } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';

const levelsOf = (doc: ReturnType<typeof openDocument>) => {
  const { steps, cards } = readMap(doc).map;
  return [steps.map(({ evidenceLevel }) => evidenceLevel), cards.map(({ evidenceLevel }) => evidenceLevel)];
};

describe('setEvidenceLevel', () => {
  test('says it of steps and cards at once, in one step of undo', () => {
    const doc = openDocument(smallMap());
    const undo = createUndo(doc);
    const before = levelsOf(doc);
    expect(setEvidenceLevel(doc, { stepIds: ['step1', 'step3', 'gone'], cardIds: ['card1'], evidenceLevel: 'confirmed' })).toBe(
      true,
    );
    expect(levelsOf(doc)).toEqual([
      ['confirmed', 'assumed', 'confirmed'],
      ['confirmed', undefined, 'measured', undefined],
    ]);
    undo.undo();
    expect(levelsOf(doc)).toEqual(before);
  });

  test('null lets cards go by their step and leaves steps as they are', () => {
    const doc = openDocument(smallMap());
    expect(setEvidenceLevel(doc, { stepIds: ['step1'], cardIds: ['card3'], evidenceLevel: null })).toBe(true);
    expect(levelsOf(doc)).toEqual([
      ['observed', 'assumed', 'assumed'],
      [undefined, undefined, undefined, undefined],
    ]);
  });

  test('of nothing that is there it says nothing', () => {
    const doc = openDocument(smallMap());
    expect(setEvidenceLevel(doc, { stepIds: ['gone'], evidenceLevel: 'observed' })).toBe(false);
    expect(setEvidenceLevel(doc, { stepIds: ['step1'], evidenceLevel: null })).toBe(false);
    expect(setEvidenceLevel(doc, { stepIds: ['step1'], evidenceLevel: 'guessed' as 'assumed' })).toBe(false);
  });
});
