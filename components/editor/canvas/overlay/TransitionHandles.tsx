'use client';

import { useTranslations } from 'use-intl';
import { useMapIndex } from '../CanvasContext';
import { pathPoints } from '../geometry/pathPoints';

/** On both ends of the transition that is selected: dragged to another step, they take the end with them. The panel does the same by keyboard. */
export function TransitionHandles({ id }: { id: string }) {
  const t = useTranslations('editor.canvas');
  const transition = useMapIndex().transitions.get(id);
  const start = transition && pathPoints(transition.path)[0];
  if (!transition || !start) return null;
  const ends = [
    { end: 'from', title: t('retargetFrom'), x: start.x, y: start.y },
    { end: 'to', title: t('retargetTo'), x: transition.arrow.x, y: transition.arrow.y },
  ] as const;
  return ends.map(({ end, title, x, y }) => (
    <div
      key={end}
      data-transition={id}
      data-transition-end={end}
      data-keep-hover
      title={title}
      className="map-handle nopan"
      style={{ left: x, top: y }}
    />
  ));
}
