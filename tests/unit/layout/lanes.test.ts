import { describe, expect, it } from 'vitest';
import { hideLanes, setLaneHeight } from '@/lib/document/operations/lanes';
import { readMap } from '@/lib/document/readMap';
import { layoutLabels } from '@/lib/export/localeLabels';
import { arrange, cellKey } from '@/lib/map/arrange';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import { listMermaidLosses } from '@/lib/map/mermaid/mermaidLosses';
import { openDocument } from '../../builders/document';
import { mapBuilder, smallMap } from '../../builders/map';

const layoutOf = (map: ReturnType<typeof smallMap>, extra = {}) =>
  layoutMap(arrange(map), { measure: measureText, labels: layoutLabels('en'), ...extra });

describe('heights of lanes', () => {
  const withHeight = (height: number | undefined) => {
    const map = smallMap();
    return { ...map, lanes: map.lanes.map((lane) => ({ ...lane, height })) };
  };

  it('are least heights: what the cards ask for is kept', () => {
    const free = layoutOf(withHeight(undefined)).lanes;
    expect(free.map(({ box, contentHeight }) => box.height - contentHeight)).toEqual([0, 0]);
    const low = layoutOf(withHeight(24)).lanes;
    expect(low.map(({ box }) => box.height)).toEqual(free.map(({ box }) => box.height));
    const high = layoutOf(withHeight(400)).lanes;
    expect(high.map(({ box, header }) => [box.height, header.height])).toEqual([
      [400, 400],
      [400, 400],
    ]);
    expect(high.map(({ contentHeight }) => contentHeight)).toEqual(free.map(({ contentHeight }) => contentHeight));
    expect(high[1]?.box.y).toBe((high[0]?.box.y ?? 0) + 400);
  });

  it('do not count while a lane is folded', () => {
    const map = withHeight(400);
    const folded = layoutOf({ ...map, lanes: map.lanes.map((lane) => ({ ...lane, folded: true })) }).lanes;
    expect(folded.map(({ box }) => box.height)).toEqual([40, 40]);
  });
});

describe('hidden lanes', () => {
  it('are not laid out, and neither are their cards, which are not unplaced', () => {
    const map = smallMap();
    const [lane, other] = map.lanes.toSorted((a, b) => (a.order < b.order ? -1 : 1));
    const hidden = { ...map, lanes: map.lanes.map((each) => ({ ...each, ...(each === lane ? { hidden: true } : {}) })) };
    const arranged = arrange(hidden);
    expect(arranged.lanes.map(({ id }) => id)).toEqual([other?.id]);
    expect(arranged.hiddenLanes.map(({ id }) => id)).toEqual([lane?.id]);
    expect(arranged.unplacedCards).toEqual([]);
    const cards = map.cards.filter(({ pos }) => pos.laneId === lane?.id);
    for (const card of cards) {
      expect(arranged.cells.get(cellKey(card.pos.stepId, card.pos.laneId))).toContainEqual(card);
    }
    const layout = layoutOf(hidden);
    expect(layout.lanes).toHaveLength(1);
    expect(layout.cards.some(({ laneId }) => laneId === lane?.id)).toBe(false);
    expect([...layout.cells.values()].some(({ laneId }) => laneId === lane?.id)).toBe(false);
    const losses = listMermaidLosses(arranged);
    expect(losses.find(({ kind }) => kind === 'lanes')?.count).toBe(2);
    expect(losses.find(({ kind }) => kind === 'cards')?.count).toBe(map.cards.length);
  });

  it('give the legend room for what tells of them, where it is asked for', () => {
    const map = smallMap();
    expect(layoutOf(map, { roomBelowLanes: 32 }).legend.box.y).toBe(layoutOf(map).legend.box.y + 32);
  });

  it('lose their cards to the tray when the step goes', () => {
    const draft = mapBuilder();
    const lane = draft.addLane('doing', { hidden: true });
    const step = draft.addStep(draft.addStage('Stage'), 'Step');
    draft.addCard(step, lane, 'Kept');
    const map = draft.toMap();
    expect(arrange(map).unplacedCards).toEqual([]);
    const gone = arrange({ ...map, steps: map.steps.map((each) => ({ ...each, deletedAt: 1 })) });
    expect(gone.unplacedCards.map(({ text }) => text)).toEqual(['Kept']);
  });

  it('are hidden and shown by an operation, several at once', () => {
    const doc = openDocument(smallMap());
    const ids = readMap(doc).map.lanes.map(({ id }) => id);
    expect(hideLanes(doc, { ids: [...ids, 'gone'], hidden: true })).toBe(true);
    expect(readMap(doc).map.lanes.map(({ hidden }) => hidden)).toEqual([true, true]);
    expect(setLaneHeight(doc, { id: ids[0] ?? '', height: 200 })).toBe(true);
    expect(hideLanes(doc, { ids, hidden: false })).toBe(true);
    expect(readMap(doc).map.lanes.map((lane) => 'hidden' in lane && lane.hidden !== undefined)).toEqual([false, false]);
    expect(hideLanes(doc, { ids: ['gone'], hidden: true })).toBe(false);
  });
});
