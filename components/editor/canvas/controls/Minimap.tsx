'use client';

import { useStoreApi } from '@xyflow/react';
import { type PointerEvent, useEffect, useRef } from 'react';
import { drawMap } from '@/lib/export/scene';
import type { LayoutLabels } from '@/lib/map/layout/types';
import { throttle } from '../../session/throttle';
import { useCanvas } from '../CanvasContext';
import { createBrowserPen } from '../paint/browserPen';
import { useScheme } from '../paint/useScheme';

const largest = { width: 208, height: 132 };
/** Painting 3,600 cards small takes some milliseconds: not with every letter that is typed. */
const interval = 400;

/** The whole map small, with the part in view. Dragging in it moves the view; by keyboard, zooming and fitting do the same. */
export function Minimap({ labels }: { labels: LayoutLabels }) {
  const { index, view } = useCanvas();
  const flow = useStoreApi();
  const scheme = useScheme();
  const picture = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const scale = useRef(1);

  useEffect(() => {
    const target = picture.current;
    const context = target?.getContext('2d');
    if (!target || !context) return;
    const place = (): void => {
      if (!frame.current) return;
      const { x, y, zoom } = view.viewport();
      const size = view.size();
      const k = scale.current;
      Object.assign(frame.current.style, {
        transform: `translate(${(-x / zoom) * k}px, ${(-y / zoom) * k}px)`,
        width: `${(size.width / zoom) * k}px`,
        height: `${(size.height / zoom) * k}px`,
      });
      // With the whole map in view it would say nothing, and cover some of it.
      const { layout } = index.get();
      const seesAll =
        x >= 0 && y >= 0 && x + layout.width * zoom <= size.width + 1 && y + layout.height * zoom <= size.height + 1;
      if (whole.current) whole.current.style.visibility = seesAll ? 'hidden' : 'visible';
    };
    const paint = throttle(() => {
      const { layout } = index.get();
      const k = Math.min(largest.width / layout.width, largest.height / layout.height);
      scale.current = k;
      const ratio = window.devicePixelRatio;
      target.width = Math.round(layout.width * k * ratio);
      target.height = Math.round(layout.height * k * ratio);
      target.style.width = `${layout.width * k}px`;
      target.style.height = `${layout.height * k}px`;
      context.setTransform(k * ratio, 0, 0, k * ratio, 0, 0);
      const window_ = { x: 0, y: 0, width: layout.width, height: layout.height };
      drawMap(layout, { scheme, labels, background: true }, createBrowserPen(context, window_, k));
      place();
    }, interval);
    paint();
    const stopIndex = index.subscribe(paint);
    const stopView = flow.subscribe((state, before) => {
      if (state.transform !== before.transform || state.width !== before.width || state.height !== before.height) place();
    });
    return () => {
      paint.cancel();
      stopIndex();
      stopView();
    };
  }, [index, view, flow, scheme, labels]);

  const moveTo = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.buttons === 0) return;
    const rect = event.currentTarget.getBoundingClientRect();
    const at = { x: (event.clientX - rect.left) / scale.current, y: (event.clientY - rect.top) / scale.current };
    const { zoom } = view.viewport();
    const size = view.size();
    view.set({ x: size.width / 2 - at.x * zoom, y: size.height / 2 - at.y * zoom, zoom });
  };
  return (
    <div
      ref={whole}
      aria-hidden="true"
      data-own-pointer
      className="map-minimap nopan nowheel"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        moveTo(event);
      }}
      onPointerMove={moveTo}
    >
      <canvas ref={picture} className="block" />
      <div ref={frame} className="map-minimap-view" />
    </div>
  );
}
