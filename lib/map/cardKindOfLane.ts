import type { CardKind } from './card';
import type { LaneKind } from './lane';

const kinds: Partial<Record<LaneKind, CardKind>> = { painPoints: 'painPoint', opportunities: 'opportunity' };

/** What a card is by the lane it lies in: nobody marks each card in a lane of pain points as one. */
export const cardKindOfLane = (lane: LaneKind): CardKind => kinds[lane] ?? 'note';
