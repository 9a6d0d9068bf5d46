import { cellKey } from '@/lib/map/arrange';
import type { MapIndex } from '../canvas/geometry/mapIndex';
import type { MapReference } from '../reference';

export const deletableTypes = ['stage', 'step', 'lane', 'card', 'touchpoint', 'transition', 'moment', 'emotion'] as const;
export type DeletableType = (typeof deletableTypes)[number];

/** What a deletion takes away, and what happens to that which hung on it. */
export type DeletedThings = {
  /** In a fixed order, each type once. `name` is the number or title of a single one, '' when it has none. */
  items: readonly { type: DeletableType; count: number; name: string }[];
  /** Cards that lose their step or lane, and are kept in the tray. */
  cardsToTray: number;
  /** Transitions that go with a step at one of their ends. */
  transitionsToo: number;
  /** Steps that lose their stage, and stay. */
  stepsWithoutStage: number;
};

function nameOf(index: MapIndex, reference: MapReference): string {
  const words = (lines: readonly { text: string }[] | undefined): string => (lines ?? []).map(({ text }) => text).join(' ');
  switch (reference.type) {
    case 'step':
    case 'moment':
      return String(index.stepById.get(reference.id)?.number ?? '');
    case 'stage':
      return words(index.stageById.get(reference.id)?.title.lines);
    case 'lane':
      return words(index.laneById.get(reference.id)?.title.lines);
    default:
      return '';
  }
}

/** What goes when these are deleted from the map as it stands. */
export function deletedThings(index: MapIndex, doomed: readonly MapReference[]): DeletedThings {
  const idsOf = (type: DeletableType): Set<string> =>
    new Set(doomed.flatMap((reference) => (reference.type === type && 'id' in reference ? [reference.id] : [])));
  const items = deletableTypes.flatMap((type) => {
    const these = doomed.filter((reference) => reference.type === type);
    const [only, ...more] = these;
    return only ? [{ type, count: these.length, name: more.length === 0 ? nameOf(index, only) : '' }] : [];
  });
  const [cards, steps, lanes, stages, transitions] = [
    idsOf('card'),
    idsOf('step'),
    idsOf('lane'),
    idsOf('stage'),
    idsOf('transition'),
  ];
  const { map } = index;
  const lostCells = map.steps.flatMap((step) =>
    [...map.lanes, ...map.hiddenLanes].flatMap((lane) =>
      steps.has(step.id) || lanes.has(lane.id) ? [cellKey(step.id, lane.id)] : [],
    ),
  );
  return {
    items,
    cardsToTray: lostCells.flatMap((key) => map.cells.get(key) ?? []).filter(({ id }) => !cards.has(id)).length,
    transitionsToo: map.transitions.filter(
      ({ id, from, to }) => !transitions.has(id) && (steps.has(from) || (to !== null && steps.has(to))),
    ).length,
    stepsWithoutStage: map.stages
      .filter(({ id }) => stages.has(id))
      .flatMap((stage) => stage.steps)
      .filter(({ id }) => !steps.has(id)).length,
  };
}
