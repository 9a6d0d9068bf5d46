import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ArrangedMap } from '@/lib/map/arrange';
import { findSlide, inOrder, type Slide, slideFrom, slidesOf } from '@/lib/map/slides';

export type Way = 'next' | 'previous' | 'down' | 'up' | 'first' | 'last';

/** Where a presentation is, in a map that others may change meanwhile. */
export function useSlides(map: ArrangedMap, startWithSteps: boolean) {
  const [key, setKey] = useState<string>('title');
  const [withSteps, setWithSteps] = useState(startWithSteps);
  const all = useMemo(() => slidesOf(map), [map]);
  const known = useRef<readonly Slide[]>(all);
  const slide = findSlide(all, key, known.current);
  useEffect(() => {
    known.current = all;
    setKey(slide.key);
  }, [all, slide.key]);

  const go = useCallback(
    (way: Way): void => {
      const to = way === 'first' ? all[0] : way === 'last' ? all.at(-1) : slideFrom(all, slide, way, withSteps);
      if (to) setKey(to.key);
    },
    [all, slide, withSteps],
  );
  // A step that one went down to is counted, too, while one is there.
  const counted = inOrder(all, withSteps || slide.kind === 'step');
  const place = counted.findIndex((one) => one.key === slide.key);
  const can = (way: 'next' | 'previous' | 'down'): boolean => slideFrom(all, slide, way, withSteps) !== null;
  return { slide, go, can, number: place + 1, count: counted.length, withSteps, setWithSteps };
}
