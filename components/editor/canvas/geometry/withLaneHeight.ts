import type { ArrangedMap } from '@/lib/map/arrange';

/** The map with another least height of one lane; null as high as its cards. */
export function withLaneHeight(map: ArrangedMap, laneId: string, height: number | null): ArrangedMap {
  const lanes = map.lanes.map((lane) => {
    if (lane.id !== laneId) return lane;
    const { height: _, ...rest } = lane;
    return height === null ? rest : { ...rest, height };
  });
  return { ...map, lanes };
}
