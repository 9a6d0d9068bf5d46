import { type ArrangedMap, type ArrangedStep, cellKey } from '@/lib/map/arrange';

/** What goes to the new step when nobody has chosen yet: the second half of each cell and of the touchpoints; from a card on where one is given. */
export function defaultSplit(map: ArrangedMap, step: ArrangedStep, from: string | null): Set<string> {
  const secondHalf = (items: readonly { id: string }[]): string[] => {
    const at = items.findIndex(({ id }) => id === from);
    return items.slice(at >= 0 ? at : Math.ceil(items.length / 2)).map(({ id }) => id);
  };
  const cards = map.lanes.flatMap((lane) => secondHalf(map.cells.get(cellKey(step.id, lane.id)) ?? []));
  return new Set([...cards, ...secondHalf(step.touchpoints)]);
}
