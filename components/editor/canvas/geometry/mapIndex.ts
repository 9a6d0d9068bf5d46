import { type ArrangedMap, type ArrangedStep, cellKey } from '@/lib/map/arrange';
import type { Card } from '@/lib/map/card';
import type {
  CardLayout,
  LaneLayout,
  MapLayout,
  StageLayout,
  StepLayout,
  TouchpointLayout,
  TransitionLayout,
} from '@/lib/map/layout/types';
import type { MapReference } from '../../reference';

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
};

const byId = <T extends { id: string }>(items: readonly T[]): Map<string, T> => new Map(items.map((item) => [item.id, item]));

function byCell<T extends { stepId: string; laneId: string }>(items: readonly T[]): Map<string, T[]> {
  const cells = new Map<string, T[]>();
  for (const item of items) {
    const key = cellKey(item.stepId, item.laneId);
    const cell = cells.get(key);
    if (cell) cell.push(item);
    else cells.set(key, [item]);
  }
  return cells;
}

/** Indexes a layout: linear in the number of cards, about a millisecond for 3,600. */
export function indexMap(map: ArrangedMap, layout: MapLayout): MapIndex {
  const cardRecords = new Map<string, Card>();
  for (const cards of map.cells.values()) for (const card of cards) cardRecords.set(card.id, card);
  return {
    map,
    layout,
    steps: layout.steps,
    lanes: layout.lanes,
    cards: byId(layout.cards),
    cardRecords,
    stepById: byId(layout.steps),
    stepRecords: byId(map.steps),
    laneById: byId(layout.lanes),
    stageById: byId(layout.stages),
    touchpoints: byId(layout.touchpoints),
    transitions: byId(layout.transitions),
    cellCards: byCell(layout.cards),
    cellTouchpoints: byCell(layout.touchpoints),
  };
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
