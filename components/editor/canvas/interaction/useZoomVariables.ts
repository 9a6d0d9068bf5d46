import { useStore as useFlowStore } from '@xyflow/react';
import { useLayoutEffect } from 'react';
import type { Canvas } from '../CanvasContext';

/**
 * Tells the styles how much smaller a pixel of the map is on the screen, so that rings, names and handles stay visible when zoomed out.
 * In steps, so that zooming does not restyle every box with every turn of the wheel.
 */
export function useZoomVariables(canvas: Canvas): void {
  const scale = useFlowStore(({ transform }) => Math.min(8, Math.max(1, Math.round(4 / transform[2]) / 4)));
  useLayoutEffect(() => {
    canvas.root.current?.style.setProperty('--map-scale', String(scale));
  }, [canvas, scale]);
}
