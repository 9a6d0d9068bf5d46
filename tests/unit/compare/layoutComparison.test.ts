import { describe, expect, test } from 'vitest';
import { toWordPieces } from '@/lib/document/wordDiff';
import { layoutLabels } from '@/lib/export/localeLabels';
import { arrange } from '@/lib/map/arrange';
import { compareStates } from '@/lib/map/compare/compareStates';
import { textsOfSide } from '@/lib/map/compare/sideTexts';
import { textKey } from '@/lib/map/compare/unionMap';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { layoutComparedSide, layoutComparison } from '@/lib/map/layout/compare/layoutComparison';
import { linkLayouts } from '@/lib/map/layout/compare/linkLayouts';
import { markText } from '@/lib/map/layout/compare/textMarks';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import { placeText } from '@/lib/map/layout/textBlock';
import { wrapOf } from '@/lib/map/layout/wrap';
import { smallMap } from '@/tests/builders/map';

const labels = layoutLabels('en');
const options = { measure: measureText, labels };
const kinds = new Set(['added', 'removed', 'changed', 'moved'] as const);
const layoutOf = (map: JourneyMap) => layoutMap(arrange(map), options);
const map = smallMap();
const change = <T extends { id: string }>(records: readonly T[], id: string, fields: object): T[] =>
  records.map((record) => (record.id === id ? { ...record, ...fields } : record));

function compared(after: JourneyMap, shown = kinds) {
  const states = compareStates(map, after, toWordPieces);
  return layoutComparison(states, layoutOf(states.union.map), options, shown);
}

describe('what differs, on the layout of both states', () => {
  test('has a frame and a sign; what came with its step has the frame only', () => {
    const after = {
      ...map,
      steps: map.steps.filter(({ id }) => id !== 'step1'),
      cards: map.cards.filter(({ id }) => id !== 'card1'),
    };
    const { marks } = compared(after);
    const signs = marks.map(({ key, sign, signs, column }) => [key, sign, signs.length, column !== null]);
    expect(signs).toContainEqual(['steps step1', 'removed', 1, true]);
    expect(signs).toContainEqual(['cards card1', 'removed', 0, false]);
    // Not deleted, but in the tray now: it stands where it was, moved.
    expect(signs).toContainEqual(['cards card2', 'moved', 1, false]);
    expect(compared(after, new Set(['added'] as const)).marks).toEqual([]);
  });

  test('words that one state alone has are marked where they stand, over the ends of lines', () => {
    const text = 'Opens the letter and compares it with the one of the month before, twice';
    const block = placeText(wrapOf(measureText)(text, 'card', 150), 'card', { x: 10, y: 20 });
    expect(block.lines.length).toBeGreaterThan(2);
    const from = text.indexOf('letter');
    const marks = markText(block, text, [{ kind: 'added', from, to: text.length }], measureText);
    expect(marks.length).toBe(block.lines.length - block.lines.findIndex((line) => line.text.includes('letter')));
    expect(marks[0]?.x).toBeGreaterThan(10);
    expect(marks.at(-1)?.x).toBe(10);
    // A block that says something else than the text is left alone.
    expect(markText(block, 'Other words', [{ kind: 'added', from: 0, to: 5 }], measureText)).toEqual([]);
  });

  test('a gate that is decided otherwise, a curve that was otherwise, and by how much', () => {
    const after: JourneyMap = {
      ...map,
      moments: map.moments.map((moment) => ({ ...moment, gate: 'held' as const })),
      emotions: map.emotions.map((one) => (one.stepId === 'step2' && one.personaId === 'persona1' ? { ...one, value: 1 } : one)),
    };
    const { gates, curves, deltas } = compared(after);
    expect(gates.map(({ stepId, before, after: now }) => [stepId, before, now])).toEqual([['step2', 'failed', 'held']]);
    // The other persona feels as before: no second line over the first one.
    expect(curves.map(({ personaId, points }) => [personaId, points.map(({ stepId }) => stepId)])).toEqual([
      ['persona1', ['step2']],
    ]);
    expect(deltas.map(({ stepId, change: by, text }) => [stepId, by, text.lines[0]?.text])).toEqual([['step2', 2.5, '+2.5']]);
  });

  test('what moved has an arrow from where it was', () => {
    const { moves, marks } = compared({
      ...map,
      cards: change(map.cards, 'card1', { pos: { stepId: 'step3', laneId: 'lane1', order: 'a0' } }),
    });
    expect(moves.map(({ key }) => key)).toEqual(['cards card1']);
    expect(marks.map(({ key, sign }) => [key, sign])).toEqual([
      ['cards card1', 'moved'],
      ['cards was-card1', 'movedAway'],
    ]);
  });
});

describe('two states side by side', () => {
  const after: JourneyMap = {
    ...map,
    steps: map.steps.filter(({ id }) => id !== 'step1'),
    cards: change(map.cards, 'card3', { text: 'Writes a mail' }),
  };
  const states = compareStates(map, after, toWordPieces);

  test('each has its own words marked, and nothing that only the other has', () => {
    const [was, is] = (['before', 'after'] as const).map((side) => textsOfSide(states.diff.differences, side, toWordPieces));
    const key = textKey('cards', 'card3', 'text');
    expect([was?.get(key)?.map(({ kind }) => kind), is?.get(key)?.map(({ kind }) => kind)]).toEqual([['removed'], ['added']]);
    const left = layoutComparedSide(states, 'before', was ?? new Map(), layoutOf(map), options, kinds);
    const right = layoutComparedSide(states, 'after', is ?? new Map(), layoutOf(after), options, kinds);
    expect(left.marks.map(({ key: at, sign }) => `${sign} ${at}`)).toContain('removed steps step1');
    expect(right.marks.map(({ key: at }) => at)).not.toContain('steps step1');
    expect([left.words.map(({ kind }) => kind), right.words.map(({ kind }) => kind)]).toEqual([['removed'], ['added']]);
  });

  test('places are linked by steps and lanes that both have', () => {
    const [before, now] = [layoutOf(map), layoutOf(after)];
    const link = linkLayouts(before, now);
    const middle = (layout: typeof now, id: string) => {
      const box = layout.steps.find((step) => step.id === id)?.box;
      return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + 10 };
    };
    expect(link.toAfter(middle(before, 'step3')).x).toBeCloseTo(middle(now, 'step3').x);
    expect(link.toBefore(middle(now, 'step2')).x).toBeCloseTo(middle(before, 'step2').x);
    const lane = before.lanes[1]?.box.y ?? 0;
    expect(link.toAfter({ x: 0, y: lane }).y).toBeCloseTo(now.lanes[1]?.box.y ?? 0);
    expect(link.toAfter({ x: 10, y: 10 }).y).toBe(10);
  });
});
