import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { createCamera } from '@/components/picture/camera';
import { prefersStill } from '@/components/picture/prefersStill';
import type { Picture } from '@/components/picture/usePicture';
import type { Slide } from '@/lib/map/slides';
import { viewOf } from './slideView';

/** The camera of a presentation: it goes to what a slide shows, and up and down in what is taller than the screen. */
export function useSlideCamera(picture: Picture, slide: Slide) {
  const [camera] = useState(() => createCamera(prefersStill));
  const viewport = useSyncExternalStore(camera.subscribe, camera.viewport, camera.viewport);
  const screen = useSyncExternalStore(camera.subscribe, camera.size, camera.size);
  const view = useMemo(() => viewOf(picture.index, slide, screen), [picture, slide, screen]);
  const shown = useRef<string | null>(null);

  useEffect(() => {
    if (screen.width === 0) return;
    const before = shown.current;
    shown.current = slide.key;
    // Another slide is gone to; the same one on another screen, or changed by somebody, is there at once.
    if (before === null) camera.set(view.viewport);
    else if (before !== slide.key) camera.glideTo(view.viewport);
    else if (view.below === 0) camera.set(view.viewport);
    else {
      const { y } = camera.viewport();
      camera.set({ ...view.viewport, y: Math.max(view.viewport.y - view.below, Math.min(view.viewport.y, y)) });
    }
  }, [camera, view, screen.width, slide.key]);

  const scroll = useCallback(
    (by: number, smooth: boolean): boolean => {
      const now = camera.viewport();
      const y = Math.max(view.viewport.y - view.below, Math.min(view.viewport.y, now.y - by));
      if (Math.abs(y - now.y) < 1) return false;
      const next = { ...view.viewport, y };
      if (smooth) camera.glideTo(next);
      else camera.set(next);
      return true;
    },
    [camera, view],
  );
  const resting = Math.abs(viewport.x - view.viewport.x) < 0.5 && Math.abs(viewport.zoom - view.viewport.zoom) < 0.001;
  return { camera, viewport, screen, view, scroll, resting };
}
