'use client';

import { Link2, Link2Off, Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { fitClear } from '@/components/editor/canvas/geometry/viewport';
import { frameBox, zoomStep } from '@/components/picture/camera';
import { cornerCover } from '@/components/picture/cornerCover';
import { usePicture } from '@/components/picture/usePicture';
import { IconButton } from '@/components/ui/IconButton';
import { toWordPieces } from '@/lib/document/wordDiff';
import { arrange } from '@/lib/map/arrange';
import type { ComparedStates } from '@/lib/map/compare/compareStates';
import { textsOfSide } from '@/lib/map/compare/sideTexts';
import { layoutComparedSide } from '@/lib/map/layout/compare/layoutComparison';
import { linkLayouts } from '@/lib/map/layout/compare/linkLayouts';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { findBoxOf } from '../canvas/geometry/boxOf';
import { useEditor } from '../session/EditorContext';
import { ComparedPane } from './ComparedPane';
import { type CompareState, listShown } from './compareStore';
import { useLinkedCameras } from './useLinkedCameras';
import { useSideWords } from './useSideWords';

/** Largest size at which a place that is gone to is shown. */
const largestZoom = 0.9;
/** Room around it. */
const frame = { left: 80, top: 80, right: 80, bottom: 80 };

/** Two compared states side by side; on a narrow screen one over the other. */
export function BesideView() {
  const { compare } = useEditor();
  const compared = useStore(compare, (state) => state.compared);
  const sides = useStore(compare, (state) => state.sides);
  return compared && sides ? <Both compared={compared} sides={sides} /> : null;
}

function useSide(compared: ComparedStates, side: 'before' | 'after', kinds: CompareState['kinds']) {
  const map = compared[side];
  const picture = usePicture(useMemo(() => arrange(map), [map]));
  const texts = useMemo(() => textsOfSide(compared.diff.differences, side, toWordPieces), [compared, side]);
  const marks = useMemo(
    () => layoutComparedSide(compared, side, texts, picture.index.layout, { measure: measureText }, kinds),
    [compared, side, texts, picture, kinds],
  );
  return { picture, marks };
}

function Both({ compared, sides }: { compared: ComparedStates; sides: NonNullable<CompareState['sides']> }) {
  const t = useTranslations('comparing');
  const view = useTranslations('view');
  const { compare, session } = useEditor();
  const { nameOf, shortOf } = useSideWords();
  const kinds = useStore(compare, (state) => state.kinds);
  const emphasis = useStore(compare, (state) => state.emphasis);
  const at = useStore(compare, (state) => state.at);
  const [isLinked, setLinked] = useState(true);
  const before = useSide(compared, 'before', kinds);
  const after = useSide(compared, 'after', kinds);
  const link = useMemo(
    () => linkLayouts(before.picture.index.layout, after.picture.index.layout),
    [before.picture, after.picture],
  );
  const cameras = useLinkedCameras(link, isLinked);
  const [leftIndex, rightIndex] = [before.picture.index, after.picture.index];

  useEffect(() => {
    const place = at === null ? null : (listShown(compare.getState()).find(({ key }) => key === at)?.place ?? null);
    if (!place) return;
    const go = (side: 'before' | 'after'): boolean => {
      const box = findBoxOf(side === 'before' ? leftIndex : rightIndex, place);
      const camera = cameras[side];
      if (box) camera.glideTo(frameBox(box, camera.size(), frame, largestZoom));
      return box !== null;
    };
    // The linked one follows; a place that only the other state has leads that one.
    const found = go('after');
    if (!found || !isLinked) go('before');
  }, [at, compare, leftIndex, rightIndex, cameras, isLinked]);

  const [left, right] = [nameOf(sides.before), nameOf(sides.after)];
  const controls = useRef<HTMLDivElement>(null);
  const whole = (): void => {
    const { width, height } = rightIndex.layout;
    const size = cameras.after.size();
    cameras.after.glideTo(fitClear({ x: 0, y: 0, width, height }, size, cornerCover(controls.current, size)));
  };
  const shared = { mapId: session.mapId, emphasis };
  return (
    <div className="absolute inset-0 flex flex-col divide-y divide-line md:flex-row md:divide-x md:divide-y-0">
      <ComparedPane
        {...shared}
        name={shortOf(sides.before, sides.after)}
        label={t('pane.before', { name: left })}
        picture={before.picture}
        marks={before.marks}
        camera={cameras.before}
      />
      <ComparedPane
        {...shared}
        name={shortOf(sides.after, sides.before)}
        label={t('pane.after', { name: right })}
        picture={after.picture}
        marks={after.marks}
        camera={cameras.after}
      />
      <div
        ref={controls}
        role="toolbar"
        aria-label={view('controls')}
        className="absolute right-3 bottom-3 flex items-center gap-0.5 rounded-lg border border-line bg-surface p-1 shadow-float"
      >
        <IconButton
          tooltipSide="top"
          label={t('linked')}
          aria-pressed={isLinked}
          icon={isLinked ? <Link2 size={16} /> : <Link2Off size={16} />}
          onClick={() => setLinked(!isLinked)}
        />
        <IconButton
          tooltipSide="top"
          label={view('zoomOut')}
          icon={<Minus size={16} />}
          onClick={() => zoomStep(cameras.after, -1)}
        />
        <IconButton
          tooltipSide="top"
          label={view('zoomIn')}
          icon={<Plus size={16} />}
          onClick={() => zoomStep(cameras.after, 1)}
        />
        <IconButton tooltipSide="top" label={view('fit')} icon={<Maximize size={16} />} onClick={whole} />
      </div>
    </div>
  );
}
