'use client';

import { useStoreApi } from '@xyflow/react';
import { memo, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { drawComparison } from '@/lib/export/scene/comparison';
import { layoutComparison } from '@/lib/map/layout/compare/layoutComparison';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { colourOf } from '@/lib/map/layout/palette';
import type { LayoutLabels } from '@/lib/map/layout/types';
import { useEditor } from '../../session/EditorContext';
import { useCanvas, useMapIndex } from '../CanvasContext';
import { toMap } from '../geometry/viewport';
import { createBrowserPen } from '../paint/browserPen';
import { comparisonIn } from '../paint/comparisonIn';
import { useScheme } from '../paint/useScheme';

/** Signs grow with the distance, so that it is seen from afar where something differs; to so many times their size. */
const largestSigns = 6;
/** Up to so many marks are painted at once with each move, and do not lag behind what they mark; more wait for the frame. */
const mostAtOnce = 400;

/** Over the union of two compared states: what tells them apart, in frames, signs, words, arrows and a second curve. */
export const ComparisonLayer = memo(function ComparisonLayer({ labels }: { labels: LayoutLabels }) {
  const isComparing = useStore(useEditor().compare, (state) => state.compared !== null);
  return isComparing ? <Painted labels={labels} /> : null;
});

function Painted({ labels }: { labels: LayoutLabels }) {
  const canvas = useCanvas();
  const index = useMapIndex();
  const flow = useStoreApi();
  const { compare } = useEditor();
  const compared = useStore(compare, (state) => state.compared);
  const kinds = useStore(compare, (state) => state.kinds);
  const element = useRef<HTMLCanvasElement>(null);
  const scheme = useScheme();
  const layout = useMemo(
    () => compared && layoutComparison(compared, index.layout, { measure: measureText, labels }, kinds),
    [compared, index, labels, kinds],
  );

  useEffect(() => {
    const target = element.current;
    const context = target?.getContext('2d');
    if (!target || !context || !layout) return;
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
      const view = { ...toMap(viewport, { x: 0, y: 0 }), width: width / viewport.zoom, height: height / viewport.zoom };
      drawComparison(
        comparisonIn(layout, view),
        { scheme, ground: colourOf('paper', scheme), scale: Math.min(largestSigns, Math.max(1, 0.7 / viewport.zoom)) },
        createBrowserPen(context, view, viewport.zoom),
      );
    };
    const ask = (): void => {
      if (frame === 0) frame = requestAnimationFrame(paint);
    };
    paint();
    const stop = flow.subscribe((state, before) => {
      if (state.transform === before.transform && state.width === before.width && state.height === before.height) return;
      if (layout.marks.length <= mostAtOnce) paint();
      else ask();
    });
    document.fonts.addEventListener('loadingdone', ask);
    return () => {
      cancelAnimationFrame(frame);
      stop();
      document.fonts.removeEventListener('loadingdone', ask);
    };
  }, [canvas, flow, layout, scheme]);

  return (
    <div aria-hidden="true">
      <canvas ref={element} className="map-painted map-compared" />
    </div>
  );
}
