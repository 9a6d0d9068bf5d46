import type { OnMove, Viewport } from '@xyflow/react';
import { useMemo, useRef } from 'react';
import type { Canvas } from '../CanvasContext';

/**
 * While the map is only moved, it is a layer of its own, which the browser shifts instead of painting everything anew with each frame. Not
 * while it is zoomed: such a layer keeps the size at which it was painted, and would be blurred, or far too large.
 */
export function usePanLayer({ root }: Canvas): { onMove: OnMove; onMoveEnd: OnMove } {
  const before = useRef<Viewport | null>(null);
  return useMemo(() => {
    const mark = (isPanned: boolean): void => {
      if (isPanned) root.current?.setAttribute('data-panned', '');
      else root.current?.removeAttribute('data-panned');
    };
    return {
      onMove(_event, viewport) {
        mark(before.current?.zoom === viewport.zoom);
        before.current = viewport;
      },
      onMoveEnd(_event, viewport) {
        mark(false);
        before.current = viewport;
      },
    };
  }, [root]);
}
