import type { MapKind } from '@/lib/map/meta';

/** A map as the list shows it. `updatedAt` is ISO 8601. */
export type MapSummary = {
  id: string;
  title: string;
  persona: string;
  kind: MapKind;
  stageCount: number;
  stepCount: number;
  momentCount: number;
  updatedAt: string;
  /** That one of its versions is up for sign-off, or else its newest baseline; null when there is neither. */
  signOff?: { status: 'open' | 'signed'; number: number; signed: number; asked: number } | null;
};
