import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useShownLock } from '../../workshop/locks/useShownLock';
import { LaneHeader } from './LaneHeader';
import type { LaneNode } from './mapNode';

/** A lane: the rules above and below it, and its title. */
export const LaneNodeView = memo(function LaneNodeView({ data: { lane, last } }: NodeProps<LaneNode>) {
  const isLocked = useShownLock('lane', lane.id);
  return (
    <div
      className="map-lane"
      data-last={last}
      data-closed={isLocked || undefined}
      style={{ width: lane.box.width, height: lane.box.height }}
    >
      <LaneHeader lane={lane} />
    </div>
  );
});
