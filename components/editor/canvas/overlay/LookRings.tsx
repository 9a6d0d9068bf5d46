'use client';

import { useStore } from 'zustand';
import { presenceColour } from '../../presence/presenceColour';
import type { Look } from '../../presence/together';
import { useEditor } from '../../session/EditorContext';
import { useMapIndex } from '../CanvasContext';
import { placeOfLook } from '../geometry/placeOfLook';

/** The places that somebody shows now, each with a ring and a name. */
export function LookRings() {
  const { together } = useEditor();
  const looks = useStore(together, (state) => state.looks);
  return looks.map((look) => <Ring key={look.id} look={look} />);
}

function Ring({ look }: { look: Look }) {
  const at = placeOfLook(useMapIndex(), look);
  if (!at) return null;
  const colour = presenceColour(look.user.colour);
  return (
    <div aria-hidden="true" className="map-look" data-look-ring={look.user.name} style={{ left: at.x, top: at.y, color: colour }}>
      <span className="map-look-ring" />
      <span className="map-look-ring map-look-late" />
      <span className="map-look-name" style={{ background: colour }}>
        {look.user.name}
      </span>
    </div>
  );
}
