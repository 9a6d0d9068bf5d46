import { type ArrangedMap, type ArrangedStep, cellKey } from '@/lib/map/arrange';
import type { Card } from '@/lib/map/card';
import type {
  CardLayout,
  LaneLayout,
  MapLayout,
  SaidLayout,
  StageLayout,
  StepLayout,
  TouchpointLayout,
  TransitionLayout,
} from '@/lib/map/layout/types';
import type { MapReference } from '../../reference';
import { mapById } from './patchedMap';

/** A layout together with the map it was made from, and the ways to find things in both. Built once per layout. */
export type MapIndex = {
  map: ArrangedMap;
  layout: MapLayout;
  /** From left to right. */
  steps: readonly StepLayout[];
  /** From top to bottom. */
  lanes: readonly LaneLayout[];
  cards: ReadonlyMap<string, CardLayout>;
  cardRecords: ReadonlyMap<string, Card>;
  stepById: ReadonlyMap<string, StepLayout>;
  stepRecords: ReadonlyMap<string, ArrangedStep>;
  laneById: ReadonlyMap<string, LaneLayout>;
  stageById: ReadonlyMap<string, StageLayout>;
  touchpoints: ReadonlyMap<string, TouchpointLayout>;
  transitions: ReadonlyMap<string, TransitionLayout>;
  /** What is drawn in a cell, from top to bottom, by `cellKey`. */
  cellCards: ReadonlyMap<string, readonly CardLayout[]>;
  cellTouchpoints: ReadonlyMap<string, readonly TouchpointLayout[]>;
  /** What customers say, by the step that it is about. */
  said: ReadonlyMap<string, SaidLayout>;
};

/** Things that stand cell by cell, by their cells. */
function byCell<T extends { stepId: string; laneId: string }>(items: readonly T[]): Map<string, T[]> {
  const cells = new Map<string, T[]>();
  let cell: T[] = [];
  let last: T | null = null;
  for (const item of items) {
    if (item.stepId !== last?.stepId || item.laneId !== last.laneId) {
      const key = cellKey(item.stepId, item.laneId);
      cell = cells.get(key) ?? [];
      cells.set(key, cell);
    }
    cell.push(item);
    last = item;
  }
  return cells;
}

/** The cards of all cells, also of lanes that are folded or hidden. */
const recordsOf = (map: ArrangedMap): Card[] => [...map.cells.values()].flat();

/** What an index was made of; kept beside it, for the next one. */
const records = new WeakMap<MapIndex, readonly Card[]>();

/**
 * Indexes a layout. From the index before, only what was replaced is entered, so that a key press costs little in a map of ten thousand cards.
 */
export function indexMap(map: ArrangedMap, layout: MapLayout, before?: MapIndex): MapIndex {
  const cards = before && map.cells === before.map.cells ? (records.get(before) ?? recordsOf(map)) : recordsOf(map);
  const earlier = before && records.get(before);
  const index: MapIndex = {
    map,
    layout,
    steps: layout.steps,
    lanes: layout.lanes,
    cards: mapById(layout.cards, before && { items: before.layout.cards, map: before.cards }),
    cardRecords: mapById(cards, before && earlier && { items: earlier, map: before.cardRecords }),
    stepById: mapById(layout.steps),
    stepRecords: mapById(map.steps),
    laneById: mapById(layout.lanes),
    stageById: mapById(layout.stages),
    touchpoints: mapById(layout.touchpoints),
    transitions: mapById(layout.transitions),
    cellCards: byCell(layout.cards),
    cellTouchpoints: byCell(layout.touchpoints),
    said: new Map(layout.said.map((said) => [said.stepId, said])),
  };
  records.set(index, cards);
  return index;
}

/** What can be selected in a cell, from top to bottom; the cell itself when it is empty. */
export function listCell(index: MapIndex, stepId: string, laneId: string): MapReference[] {
  const key = cellKey(stepId, laneId);
  const touchpoints = index.cellTouchpoints.get(key) ?? [];
  const cards = index.cellCards.get(key) ?? [];
  const items: MapReference[] = [
    ...touchpoints.map(({ id }): MapReference => ({ type: 'touchpoint', id })),
    ...cards.map(({ id }): MapReference => ({ type: 'card', id })),
  ];
  return items.length > 0 ? items : [{ type: 'cell', stepId, laneId }];
}

/** The step whose column a reference stands in, or null. */
export function findStepIdOf(index: MapIndex, reference: MapReference): string | null {
  switch (reference.type) {
    case 'step':
    case 'moment':
      return index.stepById.has(reference.id) ? reference.id : null;
    case 'card':
      return index.cards.get(reference.id)?.stepId ?? index.cardRecords.get(reference.id)?.pos.stepId ?? null;
    case 'touchpoint':
      return (
        index.touchpoints.get(reference.id)?.stepId ??
        index.map.steps.find((step) => step.touchpoints.some(({ id }) => id === reference.id))?.id ??
        null
      );
    case 'cell':
    case 'emotion':
      return index.stepById.has(reference.stepId) ? reference.stepId : null;
    case 'transition':
      return index.map.transitions.find(({ id }) => id === reference.id)?.from ?? null;
    case 'stage':
      return index.map.stages.find(({ id }) => id === reference.id)?.steps[0]?.id ?? null;
    default:
      return null;
  }
}

/** The lane that a reference stands in, or null. */
export function findLaneIdOf(index: MapIndex, reference: MapReference): string | null {
  switch (reference.type) {
    case 'lane':
      return reference.id;
    case 'cell':
      return reference.laneId;
    case 'card':
      return index.cards.get(reference.id)?.laneId ?? index.cardRecords.get(reference.id)?.pos.laneId ?? null;
    case 'touchpoint':
      return index.touchpoints.get(reference.id)?.laneId ?? null;
    default:
      return null;
  }
}
