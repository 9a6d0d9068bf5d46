'use client';

import { type ComponentProps, useCallback, useEffect, useRef, useState } from 'react';
import { initialViewport } from '@/components/editor/canvas/geometry/viewport';
import type { Camera } from '@/components/picture/camera';
import { type LinkArea, PictureCanvas } from '@/components/picture/PictureCanvas';
import { createPictureStore } from '@/components/picture/pictureStore';
import { useCameraInput } from '@/components/picture/useCameraInput';
import type { Picture } from '@/components/picture/usePicture';
import { drawComparison } from '@/lib/export/scene/comparison';
import type { Emphasis } from '@/lib/map/emphasis';
import type { ComparisonLayout } from '@/lib/map/layout/compare/layoutComparison';
import { colourOf } from '@/lib/map/layout/palette';
import { comparisonIn } from '../canvas/paint/comparisonIn';
import { fileAddress } from '../files/fileAddress';

/** Signs grow with the distance, as on the canvas. */
const largestSigns = 6;

type Props = {
  /** What the state is called; and what is said of it before that. */
  name: string;
  label: string;
  mapId: string;
  picture: Picture;
  marks: ComparisonLayout;
  emphasis: Emphasis | null;
  camera: Camera;
};

/** One of two compared states, to move about in; what differs is marked. */
export function ComparedPane({ name, label, mapId, picture, marks, emphasis, camera }: Props) {
  const region = useRef<HTMLElement>(null);
  const links = useRef<readonly LinkArea[]>([]);
  const begun = useRef(false);
  const { layout } = picture.index;
  const [pictures] = useState(() =>
    createPictureStore(async (fileId) => {
      const response = await fetch(fileAddress(mapId, fileId, 'small'));
      return response.ok ? response.blob() : null;
    }),
  );
  useEffect(() => {
    pictures.want(layout.cards.flatMap((card) => card.pictures.map(({ fileId }) => fileId)));
  }, [pictures, layout]);
  useCameraInput({ region, camera, map: layout, links });
  useEffect(() => {
    const begin = (): void => {
      if (begun.current || camera.size().width === 0) return;
      begun.current = true;
      camera.set(initialViewport(layout, camera.size()));
    };
    begin();
    return camera.subscribe(begin);
  }, [camera, layout]);
  const over = useCallback<NonNullable<ComponentProps<typeof PictureCanvas>['over']>>(
    (pen, { view, zoom, scheme }) => {
      const scale = Math.min(largestSigns, Math.max(1, 0.7 / zoom));
      drawComparison(comparisonIn(marks, view), { scheme, ground: colourOf('paper', scheme), scale }, pen);
    },
    [marks],
  );
  return (
    <section
      ref={region}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what is moved by keys has to take the focus.
      tabIndex={0}
      className="relative min-h-0 min-w-0 flex-1 cursor-grab touch-none select-none overflow-hidden -outline-offset-2"
    >
      <PictureCanvas picture={picture} camera={camera} pictures={pictures} links={links} emphasis={emphasis} over={over} />
      <p
        aria-hidden="true"
        className="pointer-events-none absolute top-2 left-2 max-w-[calc(100%-1rem)] truncate rounded-md border border-line bg-surface px-2 py-1 font-semibold text-sm shadow-card"
      >
        {name}
      </p>
    </section>
  );
}
