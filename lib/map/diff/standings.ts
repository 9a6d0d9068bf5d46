import type { Collection } from '../collections';
import type { JourneyMap } from '../journeyMap';
import { compareOrder } from '../order';
import type { Place, Standing } from './mapDiff';

/** Where a map's records stand, by id, and the lists that they stand in, by what names the list. */
export type Standings = { standings: ReadonlyMap<string, Standing>; lists: ReadonlyMap<string, readonly string[]> };

type Placed = { id: string; order?: string; pos?: Place };

/** The place of a record that stands in a list; null for those that stand in none. */
export function placeOf(record: object): Place | null {
  const { order, pos } = record as Partial<Placed>;
  if (pos !== undefined) return pos;
  return order === undefined ? null : { order };
}

/** The name of the list that a place is in. */
export function listOf({ stageId = '', stepId = '', laneId = '', cardId = '' }: Place): string {
  return `${stageId} ${stepId} ${laneId} ${cardId}`;
}

/** Where the records of a collection of a standing map stand. */
export function readStandings(map: JourneyMap, collection: Collection): Standings {
  const stages = new Set(map.stages.map(({ id }) => id));
  const steps = new Set(map.steps.map(({ id }) => id));
  const lanes = new Set(map.lanes.map(({ id }) => id));
  const isUnplaced = ({ stageId, stepId, laneId }: Place): boolean =>
    (stageId !== undefined && !stages.has(stageId)) ||
    (stepId !== undefined && !steps.has(stepId)) ||
    (laneId !== undefined && !lanes.has(laneId));
  const standings = new Map<string, Standing>();
  const lists = new Map<string, { id: string; order: string }[]>();
  for (const record of map[collection]) {
    const place = placeOf(record);
    if (place === null || !('id' in record)) continue;
    const unplaced = isUnplaced(place);
    standings.set(record.id, { place, unplaced });
    if (unplaced) continue;
    const list = lists.get(listOf(place));
    const entry = { id: record.id, order: place.order };
    if (list) list.push(entry);
    else lists.set(listOf(place), [entry]);
  }
  const sorted = [...lists].map(([name, list]) => [name, list.sort(compareOrder).map(({ id }) => id)] as const);
  return { standings, lists: new Map(sorted) };
}
