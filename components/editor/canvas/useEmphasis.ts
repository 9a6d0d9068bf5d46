import { useLayoutEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { type Emphasis, emphasise } from '@/lib/map/emphasis';
import { listOnWay } from '@/lib/map/ways/onWay';
import type { Way } from '@/lib/map/ways/way';
import { useFilter } from '../filter/useFilter';
import { useEditor } from '../session/EditorContext';
import type { Canvas } from './CanvasContext';
import type { MapIndex } from './geometry/mapIndex';

/** What stands out on the canvas: what lies on the highlighted way, what the filter finds, what differs between compared states, or, with several, what is all of it. */
export function useEmphasis(canvas: Canvas, { map }: MapIndex, way: Way | null): Emphasis | null {
  const { match } = useFilter();
  const differs = useStore(useEditor().compare, (state) => state.emphasis);
  const emphasis = useMemo(() => emphasise(emphasise(way && listOnWay(map, way), match), differs), [map, way, match, differs]);
  useLayoutEffect(() => canvas.emphasis.set(emphasis), [canvas, emphasis]);
  return emphasis;
}
