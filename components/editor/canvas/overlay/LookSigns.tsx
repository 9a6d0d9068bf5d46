'use client';

import { useStore as useFlowStore } from '@xyflow/react';
import { ArrowRight } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { onPresenceColour, presenceColour } from '../../presence/presenceColour';
import type { Look } from '../../presence/together';
import { useEditor } from '../../session/EditorContext';
import { useCanvas, useMapIndex } from '../CanvasContext';
import { edgeOf, placeOfLook } from '../geometry/placeOfLook';

/** At the window's edge: the way to places that somebody shows and that are not in sight; in words for screen readers, always. */
export function LookSigns() {
  const t = useTranslations('together');
  const { together, me } = useEditor();
  const looks = useStore(together, (state) => state.looks);
  const { announce } = useCanvas();
  const last = looks.findLast(({ user }) => user.id !== me.id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each place that is shown.
  useEffect(() => {
    if (last) announce(t('lookFrom', { name: last.user.name }));
  }, [last?.id]);
  return (
    <div className="map-look-signs">
      {looks.map((look) => (look.user.id === me.id ? null : <Sign key={look.id} look={look} />))}
    </div>
  );
}

function Sign({ look }: { look: Look }) {
  const t = useTranslations('together');
  const { together } = useEditor();
  const { view, context } = useCanvas();
  const index = useMapIndex();
  const place = placeOfLook(index, look);
  const [x, y, zoom] = useFlowStore(({ transform }) => transform);
  const width = useFlowStore((state) => state.width);
  const height = useFlowStore((state) => state.height);
  const edge = place && edgeOf({ x, y, zoom }, { width, height }, place);
  if (!place || !edge) return null;
  const goThere = (): void => {
    view.centre({ ...place, width: 0, height: 0 }, zoom);
    context().focusCanvas();
  };
  return (
    <button
      type="button"
      data-own-pointer
      data-look-sign={look.user.name}
      className="map-look-sign"
      style={{ left: edge.at.x, top: edge.at.y, background: presenceColour(look.user.colour), color: onPresenceColour }}
      onClick={() => {
        goThere();
        together.getState().stopFollowing();
      }}
    >
      <ArrowRight size={16} aria-hidden="true" className="shrink-0" style={{ rotate: `${edge.angle}deg` }} />
      <span className="truncate">{t('lookFrom', { name: look.user.name })}</span>
    </button>
  );
}
