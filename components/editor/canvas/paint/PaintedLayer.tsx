'use client';

import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { drawMap } from '@/lib/export/scene';
import type { LayoutLabels } from '@/lib/map/layout/types';
import { useCanvas } from '../CanvasContext';
import { toMap } from '../geometry/viewport';
import { createBrowserPen } from './browserPen';
import { layoutIn } from './layoutIn';
import { useScheme } from './useScheme';

/** The whole map painted onto one canvas as large as the screen's part, in the screen's own pixels; for when too much is in view for elements. */
export function PaintedLayer({ labels }: { labels: LayoutLabels }) {
  const canvas = useCanvas();
  const flow = useStoreApi();
  const element = useRef<HTMLCanvasElement>(null);
  const scheme = useScheme();

  useEffect(() => {
    const target = element.current;
    const context = target?.getContext('2d');
    if (!target || !context) return;
    let frame = 0;
    const paint = (): void => {
      frame = 0;
      const { width, height } = canvas.view.size();
      const viewport = canvas.view.viewport();
      const ratio = window.devicePixelRatio;
      const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
      if (target.width !== wide) target.width = wide;
      if (target.height !== high) target.height = high;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, wide, high);
      const scale = viewport.zoom * ratio;
      context.setTransform(scale, 0, 0, scale, viewport.x * ratio, viewport.y * ratio);
      const corner = toMap(viewport, { x: 0, y: 0 });
      const view = { ...corner, width: width / viewport.zoom, height: height / viewport.zoom };
      drawMap(
        layoutIn(canvas.index.get(), view),
        { scheme, labels, background: false, emphasis: canvas.emphasis.get() },
        createBrowserPen(context, view, viewport.zoom),
      );
    };
    const ask = (): void => {
      if (frame === 0) frame = requestAnimationFrame(paint);
    };
    paint();
    const stopIndex = canvas.index.subscribe(ask);
    const stopLook = canvas.emphasis.subscribe(ask);
    const stopView = flow.subscribe((state, before) => {
      if (state.transform !== before.transform || state.width !== before.width || state.height !== before.height) ask();
    });
    // Fonts that arrive later have other letters in them.
    document.fonts.addEventListener('loadingdone', ask);
    return () => {
      cancelAnimationFrame(frame);
      stopIndex();
      stopLook();
      stopView();
      document.fonts.removeEventListener('loadingdone', ask);
    };
  }, [canvas, flow, labels, scheme]);

  return (
    <div aria-hidden="true">
      <canvas ref={element} className="map-painted" />
    </div>
  );
}
