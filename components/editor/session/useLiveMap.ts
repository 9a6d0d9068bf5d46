'use client';

import { useSyncExternalStore } from 'react';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { useEditor } from './EditorContext';

/** The live map, also while a version or a comparison is shown in its place; renders again after each change. */
export function useLiveMap(): JourneyMap {
  const { map } = useEditor().session;
  return useSyncExternalStore(map.subscribe, map.live, map.live);
}
