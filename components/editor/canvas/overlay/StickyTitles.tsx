'use client';

import { useStore as useFlowStore } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { useMapIndex } from '../CanvasContext';
import { listVisibleLanes, listVisibleSteps, windowOf } from '../geometry/visible';
import { columnsHeight, StickyColumns } from './StickyColumns';
import { StickyRows } from './StickyRows';
import { stickyFit } from './stickyFit';

/**
 * Titles that stay in sight: lanes at the left edge once their own have left it, stages and steps at the top. Copies for the eye only:
 * whoever reads by keyboard or screen reader hears lane and step with every card.
 */
export const StickyTitles = memo(function StickyTitles() {
  const index = useMapIndex();
  const { layout } = index;
  const lanesLeft = index.lanes[0]?.header.x ?? layout.curve.box.x;
  const headersBottom = (index.steps[0]?.box.y ?? 0) + (index.steps[0]?.box.height ?? 0);
  const left = (index.lanes[0]?.header.width ?? 0) + 12;
  const top = columnsHeight + 12;
  // 0 while the titles' own places are in sight, and where there are none.
  const rowsFit = useFlowStore(({ transform: [x, , zoom], width }) =>
    x + lanesLeft * zoom < -8 && index.lanes.length > 0 ? stickyFit(left, zoom, width) : 0,
  );
  const columnsFit = useFlowStore(({ transform: [, y, zoom], height }) =>
    y + headersBottom * zoom < columnsHeight * zoom && headersBottom > 0 ? stickyFit(top, zoom, height) : 0,
  );
  const showRows = rowsFit > 0;
  const showColumns = columnsFit > 0;
  const key = useFlowStore(({ transform: [viewX, viewY, scale], width, height }) => {
    const seen = windowOf({ x: viewX, y: viewY, zoom: scale }, { width, height });
    return `${seen.x} ${seen.y} ${seen.width} ${seen.height}`;
  });
  const { steps, lanes } = useMemo(() => {
    const [windowX = 0, windowY = 0, width = 0, height = 0] = key.split(' ').map(Number);
    const seen = { x: windowX, y: windowY, width, height };
    return { steps: listVisibleSteps(index.steps, seen), lanes: listVisibleLanes(index.lanes, seen) };
  }, [index, key]);
  const x = useFlowStore(({ transform }) => (showColumns ? transform[0] : 0));
  const y = useFlowStore(({ transform }) => (showRows ? transform[1] : 0));
  const zoom = useFlowStore(({ transform }) => (showRows || showColumns ? transform[2] : 1));
  const width = left * rowsFit * zoom;
  const height = top * columnsFit * zoom;
  return (
    <div aria-hidden="true">
      {showRows ? (
        <div className="map-sticky map-sticky-left" style={{ left: 0, top: 0, bottom: 0, width }}>
          <div className="map-sticky-inner" style={{ transform: `translateY(${y}px) scale(${zoom})` }}>
            <StickyRows index={index} lanes={lanes} edge={(height - y) / zoom} fit={rowsFit} />
          </div>
        </div>
      ) : null}
      {showColumns ? (
        <div className="map-sticky map-sticky-top" style={{ left: 0, right: 0, top: 0, height }}>
          <div className="map-sticky-inner" style={{ transform: `translateX(${x}px) scale(${zoom})` }}>
            <StickyColumns index={index} steps={steps} edge={(width - x) / zoom} fit={columnsFit} />
          </div>
        </div>
      ) : null}
      {showRows && showColumns ? <div className="map-sticky map-sticky-corner" style={{ width, height }} /> : null}
    </div>
  );
});
