import { useEffect, useRef, useState } from 'react';
import { toMap } from '@/components/editor/canvas/geometry/viewport';
import { type Camera, createCamera } from '@/components/picture/camera';
import { prefersStill } from '@/components/picture/prefersStill';
import type { LayoutLink } from '@/lib/map/layout/compare/linkLayouts';
import type { Point } from '@/lib/map/layout/types';

/** The view of a camera that has a place of the map in the middle of its screen. */
function centred(camera: Camera, place: Point, zoom: number): ReturnType<Camera['viewport']> {
  const { width, height } = camera.size();
  return { x: width / 2 - place.x * zoom, y: height / 2 - place.y * zoom, zoom };
}

const middleOf = (camera: Camera): Point => {
  const { width, height } = camera.size();
  return toMap(camera.viewport(), { x: width / 2, y: height / 2 });
};

/** Two cameras over two layouts; while they are linked, each shows the same part of the map as the other, at the same size. */
export function useLinkedCameras(link: LayoutLink, isLinked: boolean): { before: Camera; after: Camera } {
  const [cameras] = useState(() => ({ before: createCamera(prefersStill), after: createCamera(prefersStill) }));
  const follows = useRef(false);
  useEffect(() => {
    if (!isLinked) return;
    const { before, after } = cameras;
    const lead = (camera: Camera, other: Camera, toOther: (place: Point) => Point): (() => void) =>
      camera.subscribe(() => {
        if (follows.current || other.size().width === 0) return;
        follows.current = true;
        other.set(centred(other, toOther(middleOf(camera)), camera.viewport().zoom));
        follows.current = false;
      });
    const stops = [lead(before, after, link.toAfter), lead(after, before, link.toBefore)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [cameras, link, isLinked]);
  return cameras;
}
