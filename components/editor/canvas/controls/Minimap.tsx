'use client';

import { useStoreApi } from '@xyflow/react';
import { type PointerEvent, useEffect, useRef } from 'react';
import { drawMap } from '@/lib/export/scene';
import type { Emphasis } from '@/lib/map/emphasis';
import type { Box, LayoutLabels } from '@/lib/map/layout/types';
import { throttle } from '../../session/throttle';
import { useCanvas } from '../CanvasContext';
import type { MapIndex } from '../geometry/mapIndex';
import { createBrowserPen } from '../paint/browserPen';
import { findChangedPlaces } from '../paint/findChangedPlaces';
import { layoutIn } from '../paint/layoutIn';
import { paintWhole } from '../paint/paintWhole';
import { useScheme } from '../paint/useScheme';

const largest = { width: 208, height: 132 };
/** Painting thousands of cards small takes some milliseconds: not with every letter that is typed. */
const interval = 400;

/** The whole map small, with the part in view. Dragging in it moves the view; by keyboard, zooming and fitting do the same. */
export function Minimap({ labels }: { labels: LayoutLabels }) {
  const { index, view, emphasis } = useCanvas();
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
    let painted: { index: MapIndex; emphasis: Emphasis | null } | null = null;
    let again = false;
    /** Only what changed, as long as the map's parts stand where they stood. */
    const patch = (places: readonly Box[]): void => {
      const now = index.get();
      const k = scale.current;
      for (const place of places) {
        // A pixel more on each side, for edges that lie between two.
        const edge = 1 / k;
        const box = { x: place.x - edge, y: place.y - edge, width: place.width + 2 * edge, height: place.height + 2 * edge };
        context.save();
        context.beginPath();
        context.rect(box.x, box.y, box.width, box.height);
        context.clip();
        drawMap(
          layoutIn(now, box),
          { scheme, labels, background: true, emphasis: emphasis.get() },
          createBrowserPen(context, box, k),
        );
        context.restore();
      }
    };
    let stop: (() => void) | null = null;
    const paint = throttle(() => {
      // What is being painted is finished first, and then looked at again: or a map that is always written in would never be shown.
      if (stop) {
        again = true;
        return;
      }
      const now = index.get();
      const look = emphasis.get();
      // What stands out, and what is faded, may have changed everywhere.
      const places = painted && painted.emphasis === look ? findChangedPlaces(painted.index, now) : null;
      painted = { index: now, emphasis: look };
      if (places) {
        patch(places);
        return;
      }
      const { layout } = now;
      const k = Math.min(largest.width / layout.width, largest.height / layout.height);
      let finished = false;
      const stopPainting = paintWhole(target, now, k, { scheme, labels, background: true, emphasis: look }, () => {
        finished = true;
        stop = null;
        scale.current = k;
        target.style.width = `${layout.width * k}px`;
        target.style.height = `${layout.height * k}px`;
        place();
        const isBehind = again;
        again = false;
        if (isBehind) paint();
      });
      if (!finished) stop = stopPainting;
    }, interval);
    paint();
    const stopIndex = index.subscribe(paint);
    const stopLook = emphasis.subscribe(paint);
    const stopView = flow.subscribe((state, before) => {
      if (state.transform !== before.transform || state.width !== before.width || state.height !== before.height) place();
    });
    return () => {
      paint.cancel();
      stop?.();
      stopIndex();
      stopLook();
      stopView();
    };
  }, [index, view, emphasis, flow, scheme, labels]);

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
      data-yields
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
