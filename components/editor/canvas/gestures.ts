import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Point } from '@/lib/map/layout/types';
import type { MapReference } from '../reference';
import type { Drop } from './geometry/dropTarget';

/** The end at which a transition begins, or the one to which it leads. */
export type TransitionEnd = 'from' | 'to';

/** What the pointer is doing on the canvas right now. All points are on the map, in map pixels. */
export type Gesture =
  | { type: 'none' }
  /** Drawing a marquee. */
  | { type: 'marquee'; from: Point; to: Point }
  /** Carrying things of one kind; `drop` is where they would go, null when nowhere. */
  | { type: 'drag'; items: readonly MapReference[]; grabbed: MapReference; from: Point; at: Point; drop: Drop | null }
  /** Moving a point of the emotion curve. */
  | { type: 'emotion'; stepId: string; personaId: string; value: number }
  /** Moving the lower edge of a lane. `height` is what it has come to; null as high as its cards. */
  | { type: 'laneHeight'; laneId: string; from: Point; before: number; height: number | null }
  /** Drawing a transition from a step; `to` is a step (this one again only after the pointer was elsewhere), null for leaving, undefined for nothing yet. */
  | { type: 'transition'; from: string; at: Point; to: string | null | undefined; wasAway: boolean }
  /** Moving an end of a transition to another step; `to` as above. */
  | { type: 'retarget'; id: string; end: TransitionEnd; start: Point; at: Point; to: string | null | undefined };

export type GestureState = { gesture: Gesture /** Space is held: the pointer pans. */; panning: boolean };
export type GestureStore = StoreApi<GestureState>;

/** What the pointer is doing; nothing at first. */
export function createGestureStore(): GestureStore {
  return createStore<GestureState>()(() => ({ gesture: { type: 'none' }, panning: false }));
}
