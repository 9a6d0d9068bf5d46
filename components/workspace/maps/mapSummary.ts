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
};
