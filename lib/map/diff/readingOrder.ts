import { type ArrangedMap, arrange, cellKey } from '../arrange';
import type { JourneyMap } from '../journeyMap';

/** Where things come when a map is read from left to right, each step from top to bottom: a number by `collection id`. */
export type ReadingOrder = (key: string) => number;

/** The reading order of a map, and of what only the one before it had. */
export const readingOrder = (before: JourneyMap, after: JourneyMap): ReadingOrder => orderOf([arrange(before), arrange(after)]);

/** The reading order of arranged maps; where several have the same, the last one's counts. */
export function orderOf(maps: readonly ArrangedMap[]): ReadingOrder {
  const ranks = new Map<string, number>();
  for (const map of maps) for (const [rank, key] of listKeys(map).entries()) ranks.set(key, rank);
  return (key) => ranks.get(key) ?? Number.POSITIVE_INFINITY;
}

function listKeys({ stages, lanes, hiddenLanes, cells, personas, departments, unplacedCards }: ArrangedMap): string[] {
  const rows = [...lanes, ...hiddenLanes];
  return [
    ...personas.map(({ id }) => `personas ${id}`),
    ...departments.map(({ id }) => `departments ${id}`),
    ...rows.map(({ id }) => `lanes ${id}`),
    ...stages.flatMap((stage) => [
      `stages ${stage.id}`,
      ...stage.steps.flatMap((step) => [
        ...[`steps ${step.id}`, `moments ${step.id}`],
        ...step.departments.map(({ id }) => `stepDepartments ${step.id}:${id}`),
        ...[...step.emotions.keys()].map((id) => `emotions ${step.id}:${id}`),
        ...step.touchpoints.map(({ id }) => `touchpoints ${id}`),
        ...rows.flatMap((lane) => (cells.get(cellKey(step.id, lane.id)) ?? []).map(({ id }) => `cards ${id}`)),
      ]),
    ]),
    ...unplacedCards.map(({ id }) => `cards ${id}`),
  ];
}
