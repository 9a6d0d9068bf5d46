'use client';

import { Lock } from 'lucide-react';
import type { Box, LaneLayout, StageLayout } from '@/lib/map/layout/types';
import { useLockedColumn, useShownLock } from '../../workshop/locks/useShownLock';
import { useMapIndex } from '../CanvasContext';
import type { MapIndex } from '../geometry/mapIndex';
import { stageColumn } from '../geometry/stageColumn';

/**
 * What is locked, as far as it goes: the columns of stages, and, while the map is painted and there is no lane that could show it itself, lanes. For
 * the eye only: the titles of both say it.
 */
export function LockedPlaces() {
  const index = useMapIndex();
  return (
    <>
      {index.layout.stages.map((stage) => (
        <LockedStage key={stage.id} index={index} stage={stage} />
      ))}
      {index.lanes.map((lane) => (
        <LockedLane key={lane.id} lane={lane} />
      ))}
    </>
  );
}

const placeOf = ({ x, y, width, height }: Box) => ({ left: x, top: y, width, height });

function LockedStage({ index, stage }: { index: MapIndex; stage: StageLayout }) {
  const isLocked = useLockedColumn(stage.id);
  if (!isLocked || stage.unplaced) return null;
  return (
    <div
      aria-hidden="true"
      data-closed
      data-column={stage.id}
      className="map-locked-stage"
      style={placeOf(stageColumn(index, stage))}
    >
      <Lock className="map-lock" size={14} strokeWidth={2.25} />
    </div>
  );
}

function LockedLane({ lane: { id, box } }: { lane: LaneLayout }) {
  const isLocked = useShownLock('lane', id);
  if (!isLocked) return null;
  return (
    <div aria-hidden="true" data-closed className="map-locked-lane" style={placeOf(box)}>
      <Lock className="map-lock" size={14} strokeWidth={2.25} />
    </div>
  );
}
