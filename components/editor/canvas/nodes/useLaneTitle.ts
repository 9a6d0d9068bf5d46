import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { useCanvas } from '../CanvasContext';

/** The title of a lane as it is shown; renders again only when it changes. */
export function useLaneTitle(laneId: string): string {
  const t = useTranslations('canvas.laneKind');
  const { index } = useCanvas();
  const title = (): string => {
    const lane = index.get().map.lanes.find(({ id }) => id === laneId);
    if (!lane) return '';
    return lane.title.trim() === '' ? t(lane.kind) : lane.title.trim();
  };
  return useSyncExternalStore(index.subscribe, title, title);
}
