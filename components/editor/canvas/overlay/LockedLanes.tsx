'use client';

import { Lock } from 'lucide-react';
import type { LaneLayout } from '@/lib/map/layout/types';
import { useShownLock } from '../../workshop/locks/useShownLock';
import { useMapIndex } from '../CanvasContext';

/** Which lanes are locked, while the map is painted: then there is no lane that could show it itself. */
export function LockedLanes() {
  return useMapIndex().lanes.map((lane) => <LockedLane key={lane.id} lane={lane} />);
}

function LockedLane({ lane: { id, box } }: { lane: LaneLayout }) {
  const isLocked = useShownLock('lane', id);
  if (!isLocked) return null;
  return (
    <div
      aria-hidden="true"
      data-closed
      className="map-locked-lane"
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
    >
      <Lock className="map-lock" size={14} strokeWidth={2.25} />
    </div>
  );
}
