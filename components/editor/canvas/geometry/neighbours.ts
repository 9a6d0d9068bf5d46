import type { MapReference } from '../../reference';
import { referenceKey } from '../../reference';
import { metaFields } from './hitTest';
import { findLaneIdOf, findStepIdOf, listCell, type MapIndex } from './mapIndex';

export type Direction = 'left' | 'right' | 'up' | 'down';

const meta = (field: (typeof metaFields)[number]): MapReference => ({ type: 'meta', field });
const step = (id: string): MapReference => ({ type: 'step', id });

function rankInCell(items: readonly MapReference[], reference: MapReference): number {
  const key = referenceKey(reference);
  return Math.max(
    0,
    items.findIndex((item) => referenceKey(item) === key),
  );
}

function inCell(index: MapIndex, stepId: string, laneId: string, rank: number): MapReference {
  const items = listCell(index, stepId, laneId);
  return items[Math.min(rank, items.length - 1)] ?? { type: 'cell', stepId, laneId };
}

function fromCell(
  index: MapIndex,
  reference: MapReference,
  stepId: string,
  laneId: string,
  direction: Direction,
): MapReference | null {
  const items = listCell(index, stepId, laneId);
  const rank = rankInCell(items, reference);
  const column = index.steps.findIndex(({ id }) => id === stepId);
  const row = index.lanes.findIndex(({ id }) => id === laneId);
  if (direction === 'left' || direction === 'right') {
    const next = index.steps[column + (direction === 'left' ? -1 : 1)];
    if (next) return inCell(index, next.id, laneId, rank);
    return direction === 'left' ? { type: 'lane', id: laneId } : null;
  }
  const within = items[rank + (direction === 'up' ? -1 : 1)];
  if (within) return within;
  const lane = index.lanes[row + (direction === 'up' ? -1 : 1)];
  if (lane) return inCell(index, stepId, lane.id, direction === 'up' ? Number.MAX_SAFE_INTEGER : 0);
  return direction === 'up' ? step(stepId) : null;
}

function fromStage(index: MapIndex, id: string, direction: Direction): MapReference | null {
  const { stages } = index.layout;
  const at = stages.findIndex((stage) => stage.id === id);
  if (direction === 'up') return meta('title');
  if (direction === 'down') {
    const first = index.map.stages.find((stage) => stage.id === id)?.steps[0];
    return first ? step(first.id) : null;
  }
  const next = stages[at + (direction === 'left' ? -1 : 1)];
  return next ? { type: 'stage', id: next.id } : null;
}

function fromStep(index: MapIndex, id: string, direction: Direction): MapReference | null {
  const at = index.steps.findIndex((candidate) => candidate.id === id);
  if (direction === 'up') {
    const stage = index.map.stages.find((candidate) => candidate.steps.some((member) => member.id === id));
    return stage ? { type: 'stage', id: stage.id } : null;
  }
  if (direction === 'down') {
    const lane = index.lanes[0];
    return lane ? inCell(index, id, lane.id, 0) : null;
  }
  const next = index.steps[at + (direction === 'left' ? -1 : 1)];
  return next ? step(next.id) : null;
}

function fromLane(index: MapIndex, id: string, direction: Direction): MapReference | null {
  const first = index.steps[0];
  if (direction === 'left') return null;
  if (direction === 'right') return first ? inCell(index, first.id, id, 0) : null;
  const next = index.lanes[index.lanes.findIndex((lane) => lane.id === id) + (direction === 'up' ? -1 : 1)];
  if (next) return { type: 'lane', id: next.id };
  return direction === 'up' && first ? step(first.id) : null;
}

function fromTransition(index: MapIndex, id: string, direction: Direction): MapReference | null {
  const { transitions } = index.layout;
  if (direction === 'up') return meta('title');
  if (direction === 'down') {
    const from = findStepIdOf(index, { type: 'transition', id });
    return from ? step(from) : null;
  }
  const next = transitions[transitions.findIndex((transition) => transition.id === id) + (direction === 'left' ? -1 : 1)];
  return next ? { type: 'transition', id: next.id } : null;
}

function fromMeta(index: MapIndex, field: (typeof metaFields)[number], direction: Direction): MapReference | null {
  const at = metaFields.indexOf(field);
  if (direction === 'down' || direction === 'right') {
    const next = metaFields[at + 1];
    if (next) return meta(next);
    const stage = index.layout.stages[0];
    return direction === 'down' && stage ? { type: 'stage', id: stage.id } : null;
  }
  const before = metaFields[at - 1];
  return before ? meta(before) : null;
}

function fromEmotion(index: MapIndex, stepId: string, personaId: string, direction: Direction): MapReference | null {
  if (direction === 'up') return step(stepId);
  if (direction === 'down') return fromStep(index, stepId, 'down');
  const points = index.layout.curve.personas.find((persona) => persona.personaId === personaId)?.points ?? [];
  const next = points[points.findIndex((point) => point.stepId === stepId) + (direction === 'left' ? -1 : 1)];
  return next ? { type: 'emotion', stepId: next.stepId, personaId } : null;
}

/** What an arrow key goes to from a place on the map; null at its edge. */
export function neighbour(index: MapIndex, from: MapReference, direction: Direction): MapReference | null {
  switch (from.type) {
    case 'meta':
      return fromMeta(index, from.field, direction);
    case 'stage':
      return fromStage(index, from.id, direction);
    case 'step':
    case 'moment':
      return fromStep(index, from.id, direction);
    case 'transition':
      return fromTransition(index, from.id, direction);
    case 'lane':
      return fromLane(index, from.id, direction);
    case 'emotion':
      return fromEmotion(index, from.stepId, from.personaId, direction);
    default: {
      const stepId = findStepIdOf(index, from);
      const laneId = findLaneIdOf(index, from);
      return stepId && laneId ? fromCell(index, from, stepId, laneId, direction) : null;
    }
  }
}

/** What the keyboard begins with when nothing is selected. */
export function firstReference(index: MapIndex): MapReference {
  const first = index.steps[0] ?? index.layout.stages[0];
  return first && index.steps[0] ? step(first.id) : meta('title');
}

/** The rows of stops that Tab walks, from the top left to the bottom right. */
function rowsOf(index: MapIndex): MapReference[][] {
  return [
    metaFields.map(meta),
    index.layout.transitions.map(({ id }) => ({ type: 'transition', id })),
    index.layout.stages.map(({ id }) => ({ type: 'stage', id })),
    index.steps.map(({ id }) => step(id)),
    ...index.layout.curve.personas.map(({ personaId, points }) =>
      points.map(({ stepId }): MapReference => ({ type: 'emotion', stepId, personaId })),
    ),
  ];
}

/** The first thing of the next or previous cell, step, stage … in reading order; null at either end. What Tab and Shift+Tab go to. */
export function nextStop(index: MapIndex, from: MapReference, by: 1 | -1): MapReference | null {
  const laneId = from.type === 'lane' ? null : findLaneIdOf(index, from);
  const stepId = findStepIdOf(index, from);
  if (laneId && stepId) {
    const column = index.steps.findIndex(({ id }) => id === stepId) + by;
    const beside = index.steps[column];
    if (beside) return inCell(index, beside.id, laneId, 0);
    if (by === -1) return { type: 'lane', id: laneId };
    const below = index.lanes[index.lanes.findIndex(({ id }) => id === laneId) + 1];
    return below ? { type: 'lane', id: below.id } : null;
  }
  const lastStep = index.steps.at(-1);
  if (from.type === 'lane') {
    const first = index.steps[0];
    if (by === 1 && first) return inCell(index, first.id, from.id, 0);
    const at = index.lanes.findIndex(({ id }) => id === from.id) + by;
    const lane = index.lanes[at];
    if (lane) return by === -1 && lastStep ? inCell(index, lastStep.id, lane.id, 0) : { type: 'lane', id: lane.id };
    return by === -1 ? (rowsOf(index).flat().at(-1) ?? null) : null;
  }
  const stops = rowsOf(index).flat();
  const key = referenceKey(from.type === 'moment' ? step(from.id) : from);
  const at = stops.findIndex((stop) => referenceKey(stop) === key);
  if (at < 0) return null;
  const lane = index.lanes[0];
  return stops[at + by] ?? (by === 1 && lane ? { type: 'lane', id: lane.id } : null);
}

/** The first or last thing in the row of a reference (Home, End); of the whole map with `whole`. */
export function rowEnd(index: MapIndex, from: MapReference, end: 'first' | 'last', whole: boolean): MapReference | null {
  const at = <T>(items: readonly T[]): T | undefined => (end === 'first' ? items[0] : items.at(-1));
  const edgeStep = at(index.steps);
  if (whole) {
    const lane = index.lanes.at(-1);
    return end === 'first'
      ? meta('title')
      : edgeStep && lane
        ? inCell(index, edgeStep.id, lane.id, 0)
        : edgeStep
          ? step(edgeStep.id)
          : null;
  }
  const laneId = findLaneIdOf(index, from);
  if (laneId) return edgeStep ? inCell(index, edgeStep.id, laneId, 0) : null;
  const key = referenceKey(from);
  const row = rowsOf(index).find((candidate) => candidate.some((stop) => referenceKey(stop) === key));
  return (row && at(row)) ?? null;
}
