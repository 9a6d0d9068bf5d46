import type { MapPart } from '@/lib/document/restore/parts';
import { partTypes } from '@/lib/document/restore/parts';
import { arrange } from '@/lib/map/arrange';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { ShownMap } from '../../session/shownMap';

/** Longer (milliseconds) does nothing take that comes at all. */
const patience = 3_000;

/** Which of these parts have a place on a map: a card in the tray has none. */
export function placedOn(map: JourneyMap, parts: readonly MapPart[]): MapPart[] {
  const { stages, steps, lanes, cells } = arrange(map);
  const there = { stage: stages, step: steps, lane: lanes, card: [...cells.values()].flat() };
  const keys = new Set(partTypes.flatMap((type) => there[type].map(({ id }) => `${type} ${id}`)));
  return parts.filter(({ type, id }) => keys.has(`${type} ${id}`));
}

/** Resolves with those of the parts that stand on the live map, as soon as these do; later with what is there by then. */
export function whenOnMap(map: Pick<ShownMap, 'live' | 'subscribe'>, parts: readonly MapPart[]): Promise<MapPart[]> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      stop();
      resolve(placedOn(map.live(), parts));
    };
    const look = (): void => {
      if (placedOn(map.live(), parts).length === parts.length) end();
    };
    const timer = setTimeout(end, patience);
    const stop = map.subscribe(look);
    look();
  });
}
