import { useLayoutEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { findWay } from '@/lib/map/ways/listWays';
import type { Way } from '@/lib/map/ways/way';
import { waysOf } from '@/lib/map/ways/waysOf';
import { useEditor } from '../session/EditorContext';
import type { Canvas } from './CanvasContext';
import type { MapIndex } from './geometry/mapIndex';

/** The highlighted way as it runs on the map now; null when none is. Ends the highlighting when somebody changed the map so that there is no such way any more. */
export function useWay(canvas: Canvas, { map }: MapIndex): Way | null {
  const { lens } = useEditor();
  const wayId = useStore(lens, (state) => state.wayId);
  const way = useMemo(() => (wayId === null ? null : findWay(waysOf(map), wayId)), [map, wayId]);
  useLayoutEffect(() => {
    if (wayId === null || way) return;
    lens.getState().showWay(null);
    canvas.context().announce('wayGone');
  }, [canvas, way, wayId, lens]);
  return way;
}
