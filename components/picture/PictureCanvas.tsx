'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { toMap } from '@/components/editor/canvas/geometry/viewport';
import { listVisible } from '@/components/editor/canvas/geometry/visible';
import { createBrowserPen } from '@/components/editor/canvas/paint/browserPen';
import { useScheme } from '@/components/editor/canvas/paint/useScheme';
import type { Pen } from '@/lib/export/pen';
import { drawMap } from '@/lib/export/scene';
import type { Emphasis } from '@/lib/map/emphasis';
import type { Scheme } from '@/lib/map/layout/palette';
import type { Box } from '@/lib/map/layout/types';
import type { Camera } from './camera';
import type { PictureStore } from './pictureStore';
import type { Picture } from './usePicture';

/** An area of the map that leads to an address. */
export type LinkArea = { box: Box; address: string };

type Props = {
  picture: Picture;
  camera: Camera;
  pictures: PictureStore;
  /** The links that are in view, for whoever presses one. */
  links?: RefObject<readonly LinkArea[]>;
  /** What stands out; all else is faded. */
  emphasis?: Emphasis | null;
  /** Draws over the map what is in view of it. */
  over?: (pen: Pen, shown: { view: Box; zoom: number; scheme: Scheme }) => void;
};

/** A map painted where the camera looks, in the screen's own pixels: as sharp at every size as it is quick with ten thousand cards. */
export function PictureCanvas({ picture, camera, pictures, links, emphasis = null, over }: Props) {
  const element = useRef<HTMLCanvasElement>(null);
  const scheme = useScheme();

  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const measure = (): void => camera.resize({ width: target.clientWidth, height: target.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [camera]);

  useEffect(() => {
    const target = element.current;
    const context = target?.getContext('2d');
    if (!target || !context) return;
    const { index, labels } = picture;
    let frame = 0;
    const paint = (): void => {
      frame = 0;
      const { width, height } = camera.size();
      const viewport = camera.viewport();
      const ratio = window.devicePixelRatio;
      const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
      if (target.width !== wide) target.width = wide;
      if (target.height !== high) target.height = high;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, wide, high);
      const scale = viewport.zoom * ratio;
      context.setTransform(scale, 0, 0, scale, viewport.x * ratio, viewport.y * ratio);
      const view = { ...toMap(viewport, { x: 0, y: 0 }), width: width / viewport.zoom, height: height / viewport.zoom };
      const { steps, lanes, cards, touchpoints, said, transitions } = listVisible(index, view);
      const areas: LinkArea[] = [];
      const shown = {
        ...{ ...index.layout, steps: [...steps], lanes: [...lanes], cards: [...cards] },
        ...{ touchpoints: [...touchpoints], said: [...said], transitions: [...transitions] },
      };
      const pen = createBrowserPen(context, view, viewport.zoom);
      drawMap(
        shown,
        { scheme, labels, background: false, pictures: pictures.bytes, emphasis },
        {
          ...pen,
          image(box, { bytes }) {
            const bitmap = pictures.bitmapOf(bytes);
            if (bitmap) context.drawImage(bitmap, box.x, box.y, box.width, box.height);
          },
          link: (box, address) => areas.push({ box, address }),
        },
      );
      over?.(pen, { view, zoom: viewport.zoom, scheme });
      if (links) links.current = areas;
    };
    const ask = (): void => {
      if (frame === 0) frame = requestAnimationFrame(paint);
    };
    paint();
    const stops = [camera.subscribe(ask), pictures.subscribe(ask)];
    // Fonts that arrive later have other letters in them.
    document.fonts.addEventListener('loadingdone', ask);
    return () => {
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
      document.fonts.removeEventListener('loadingdone', ask);
    };
  }, [picture, camera, pictures, links, scheme, emphasis, over]);

  return <canvas ref={element} className="absolute inset-0 size-full" />;
}
