import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { LaneHeader } from './LaneHeader';
import type { LaneNode } from './mapNode';

/** A lane: the rules above and below it, and its title. */
export const LaneNodeView = memo(function LaneNodeView({ data: { lane, last } }: NodeProps<LaneNode>) {
  return (
    <div className="map-lane" data-last={last} style={{ width: lane.box.width, height: lane.box.height }}>
      <LaneHeader lane={lane} />
    </div>
  );
});
