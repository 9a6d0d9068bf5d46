'use client';

import { Lock } from 'lucide-react';
import type { LaneLayout } from '@/lib/map/layout/types';
import { useShownLock } from '../../workshop/locks/useShownLock';
import type { MapIndex } from '../geometry/mapIndex';
import { TextLines } from '../nodes/TextLines';
import { follow } from './stickyFit';

type Props = {
  index: MapIndex;
  /** Those in view. */
  lanes: readonly LaneLayout[];
  /** The map's y at the upper edge of what is in sight. */
  edge: number;
  /** How much smaller than the map they are drawn, where they would take too much of it; 1: not at all. */
  fit: number;
};

/** The titles of the lanes at the left edge, and the axis of the curve. Rows stand where they stand on the map; only what is in them shrinks. */
export function StickyRows({ index, lanes, edge, fit }: Props) {
  const { curve } = index.layout;
  const last = index.lanes.at(-1)?.box ?? curve.box;
  const width = (curve.plot.x - curve.box.x + 12) * fit;
  const ground = { top: curve.box.y, width, height: last.y + last.height - curve.box.y };
  return (
    <>
      <div className="map-sticky-ground" style={ground}>
        {/* The axis stands where it stands on the map, less the margin that is gone. */}
        <div className="map-sticky-fit" style={{ left: 12 * fit, scale: fit }}>
          <TextLines text={curve.title} origin={curve.box} />
        </div>
        {curve.grid.map(({ value, y, label }) => (
          <div key={value} className="map-sticky-fit" style={{ left: 12 * fit, top: y - curve.box.y, scale: fit }}>
            <TextLines text={label} origin={{ x: curve.box.x, y }} colour="var(--ink-muted)" />
          </div>
        ))}
      </div>
      {lanes.map((lane) => (
        <StickyLane key={lane.id} lane={lane} edge={edge} fit={fit} />
      ))}
    </>
  );
}

function StickyLane({ lane, edge, fit }: { lane: LaneLayout; edge: number; fit: number }) {
  const isLocked = useShownLock('lane', lane.id);
  const { box, header, title } = lane;
  const top = follow(box.y, box.height, edge, (24 + 20 * title.lines.length) * fit);
  return (
    <div
      data-reference={`lane:${lane.id}`}
      data-closed={isLocked || undefined}
      className="map-sticky-lane"
      style={{ top: box.y, width: header.width * fit, height: box.height }}
    >
      <div className="map-sticky-fit" style={{ left: 12 * fit, top, scale: fit }}>
        {isLocked ? <Lock className="map-lock" size={14} strokeWidth={2.25} aria-hidden="true" /> : null}
        <TextLines text={title} origin={header} />
      </div>
    </div>
  );
}
