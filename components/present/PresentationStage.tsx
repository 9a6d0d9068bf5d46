'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { PictureCanvas } from '@/components/picture/PictureCanvas';
import type { PictureStore } from '@/components/picture/pictureStore';
import type { Picture } from '@/components/picture/usePicture';
import { PresentControls } from './PresentControls';
import { SlideMasks } from './SlideMasks';
import { SlideWords } from './SlideWords';
import { narrowest } from './slideView';
import { useFullScreen } from './useFullScreen';
import { useScreenAwake } from './useScreenAwake';
import { useSlideCamera } from './useSlideCamera';
import { useSlideInput } from './useSlideInput';
import { useSlideName } from './useSlideName';
import { useSlides } from './useSlides';

type Props = { picture: Picture; pictures: PictureStore; onClose: () => void };

/** The slide that is shown, over the one map, and what moves on. */
export function PresentationStage({ picture, pictures, onClose }: Props) {
  const t = useTranslations('present');
  const stage = useRef<HTMLDivElement>(null);
  const { map } = picture.index;
  // A stage beside another is too small to read on a phone: there one goes step by step.
  const slides = useSlides(map, window.innerWidth < narrowest);
  const { slide, go, number, count, withSteps, setWithSteps } = slides;
  const { camera, viewport, screen, view, scroll, resting } = useSlideCamera(picture, slide);
  const { full, canBe, toggle } = useFullScreen(onClose);
  useScreenAwake();
  const { nameOf } = useSlideName(map);
  useSlideInput(stage, {
    ...{ go, scroll, toggleFull: canBe ? toggle : null, toggleSteps: () => setWithSteps(!withSteps) },
  });
  const name = t('slide', { number, count, name: nameOf(slide) });
  const [said, setSaid] = useState('');
  useEffect(() => setSaid(name), [name]);
  return (
    <div
      ref={stage}
      tabIndex={-1}
      className="absolute inset-0 cursor-default touch-none select-none outline-none"
      data-slide={slide.key}
    >
      <PictureCanvas picture={picture} camera={camera} pictures={pictures} />
      <SlideMasks picture={picture} view={view} viewport={viewport} screen={screen} resting={resting} />
      <SlideWords slide={slide} picture={picture} />
      <p role="status" className="sr-only">
        {said}
      </p>
      <PresentControls
        number={number}
        count={count}
        canGo={slides.can}
        onGo={go}
        withSteps={withSteps}
        onWithSteps={setWithSteps}
        full={full}
        onFull={canBe ? toggle : null}
        onClose={onClose}
      />
    </div>
  );
}
