import { type ArrangedMap, cellKey } from '@/lib/map/arrange';
import type { Card } from '@/lib/map/card';
import { cardKindOfLane } from '@/lib/map/cardKindOfLane';
import type { RoundRules } from './round';

type Scope = Pick<RoundRules, 'kinds' | 'laneIds'>;

/** A card that can be voted for. `kind`: what it is taken for. */
export type Candidate = Pick<Card, 'id' | 'text' | 'kind'>;

/** The cards that can be voted for, in the order in which one meets them on the map. What is deleted or hidden, or lies in the tray, is none of them. */
export function listCandidates(map: Pick<ArrangedMap, 'steps' | 'lanes' | 'cells'>, { kinds, laneIds }: Scope): Candidate[] {
  const lanes = map.lanes.filter(({ id }) => laneIds === null || laneIds.includes(id));
  return map.steps.flatMap((step) =>
    lanes.flatMap((lane) =>
      (map.cells.get(cellKey(step.id, lane.id)) ?? []).flatMap(({ id, text, kind: own }): Candidate[] => {
        const kind = own === 'note' ? cardKindOfLane(lane.kind) : own;
        return kinds.includes(kind) ? [{ id, text, kind }] : [];
      }),
    ),
  );
}
