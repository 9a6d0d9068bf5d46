'use client';

import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { fitClear, initialViewport } from '@/components/editor/canvas/geometry/viewport';
import { createCamera, zoomStep, zoomTo } from '@/components/picture/camera';
import { cornerCover } from '@/components/picture/cornerCover';
import { type LinkArea, PictureCanvas } from '@/components/picture/PictureCanvas';
import type { PictureStore } from '@/components/picture/pictureStore';
import { prefersStill } from '@/components/picture/prefersStill';
import { useCameraInput } from '@/components/picture/useCameraInput';
import type { Picture } from '@/components/picture/usePicture';
import { IconButton } from '@/components/ui/IconButton';

/** A map to move about in: by mouse, fingers, keys and buttons. It begins at a size at which its text can be read. */
export function MapPicture({ picture, pictures }: { picture: Picture; pictures: PictureStore }) {
  const t = useTranslations('view');
  const format = useFormatter();
  const region = useRef<HTMLElement>(null);
  const links = useRef<readonly LinkArea[]>([]);
  const [camera] = useState(() => createCamera(prefersStill));
  const { layout } = picture.index;
  const begun = useRef(false);
  const controls = useRef<HTMLDivElement>(null);
  useCameraInput({ region, camera, map: layout, links, controls });
  useEffect(() => {
    const begin = (): void => {
      if (begun.current || camera.size().width === 0) return;
      begun.current = true;
      camera.set(initialViewport(layout, camera.size()));
    };
    begin();
    return camera.subscribe(begin);
  }, [camera, layout]);
  const percent = useSyncExternalStore(
    camera.subscribe,
    () => Math.round(camera.viewport().zoom * 100),
    () => 100,
  );
  const written = format.number(percent / 100, { style: 'percent' });
  const whole = (): void => {
    const box = { x: 0, y: 0, width: layout.width, height: layout.height };
    camera.glideTo(fitClear(box, camera.size(), cornerCover(controls.current, camera.size())));
  };
  return (
    <section
      ref={region}
      aria-label={t('region')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what is moved by keys has to take the focus.
      tabIndex={0}
      className="absolute inset-0 cursor-grab touch-none select-none overflow-hidden -outline-offset-2"
    >
      <PictureCanvas picture={picture} camera={camera} pictures={pictures} links={links} />
      <div
        ref={controls}
        role="toolbar"
        aria-label={t('controls')}
        data-own-pointer
        className="absolute right-3 bottom-3 flex items-center gap-0.5 rounded-lg border border-line bg-surface p-1 shadow-float"
      >
        <IconButton tooltipSide="top" label={t('zoomOut')} icon={<Minus size={16} />} onClick={() => zoomStep(camera, -1)} />
        <button
          type="button"
          aria-label={t('zoomLevel', { percent: written })}
          className="h-9 min-w-14 rounded-md px-1 font-semibold text-sm tabular-nums hover:bg-hover pointer-coarse:h-11"
          onClick={() => zoomTo(camera, 1)}
        >
          {written}
        </button>
        <IconButton tooltipSide="top" label={t('zoomIn')} icon={<Plus size={16} />} onClick={() => zoomStep(camera, 1)} />
        <IconButton tooltipSide="top" label={t('fit')} icon={<Maximize size={16} />} onClick={whole} />
      </div>
    </section>
  );
}
