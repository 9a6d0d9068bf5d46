import type { ArrangedMap, ArrangedStep } from '@/lib/map/arrange';
import { cellKey } from '@/lib/map/arrange';
import { type Emphasis, isCardClear, isTouchpointClear } from '@/lib/map/emphasis';

const sameItems = <T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean = Object.is): boolean =>
  a.length === b.length && a.every((item, at) => same(item, b[at] as T));

/**
 * Whether a step's row shows the same in two states of a map. Records that nobody changed keep their identity; what is arranged around them
 * is made anew each time.
 */
export function sameStepRow(a: ArrangedStep, b: ArrangedStep, before: ArrangedMap, now: ArrangedMap): boolean {
  return (
    a.title === b.title &&
    a.number === b.number &&
    a.evidenceLevel === b.evidenceLevel &&
    a.duration === b.duration &&
    a.waiting === b.waiting &&
    a.moment === b.moment &&
    sameItems(a.touchpoints, b.touchpoints) &&
    sameItems(a.departments, b.departments, (x, y) => x.id === y.id && x.name === y.name && x.role === y.role) &&
    sameItems([...a.emotions].flat(), [...b.emotions].flat()) &&
    now.lanes.every(({ id }) => sameItems(before.cells.get(cellKey(a.id, id)) ?? [], now.cells.get(cellKey(b.id, id)) ?? []))
  );
}

/** Whether a filter finds the same of a step's row in two states. */
export function sameMatchIn(step: ArrangedStep, map: ArrangedMap, before: Emphasis | null, now: Emphasis | null): boolean {
  if (before === now) return true;
  const stepId = step.id;
  const isSame = (isClear: (match: Emphasis | null) => boolean): boolean => isClear(before) === isClear(now);
  return (
    isSame((match) => match === null || match.steps.has(stepId)) &&
    step.touchpoints.every(({ id }) => isSame((match) => isTouchpointClear(match, { id, stepId }))) &&
    map.lanes.every((lane) =>
      (map.cells.get(cellKey(stepId, lane.id)) ?? []).every(({ id }) => isSame((match) => isCardClear(match, { id, stepId }))),
    )
  );
}
