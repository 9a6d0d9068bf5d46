'use client';

import { ReactFlow, type Viewport, ViewportPortal } from '@xyflow/react';
import { memo } from 'react';
import type { LayoutLabels } from '@/lib/map/layout/types';
import type { Way } from '@/lib/map/ways/way';
import { useCanvas } from './CanvasContext';
import { maxZoom, minZoom } from './geometry/viewport';
import { usePanLayer } from './interaction/usePanLayer';
import type { MapNode } from './nodes/mapNode';
import { nodeTypes } from './nodes/nodeTypes';
import { AddLayer } from './overlay/AddLayer';
import { CommentSigns } from './overlay/CommentSigns';
import { ComparisonLayer } from './overlay/ComparisonLayer';
import { EditingLayer } from './overlay/EditingLayer';
import { EvidenceDropLayer } from './overlay/EvidenceDropLayer';
import { FileDropLayer } from './overlay/FileDropLayer';
import { GestureLayer } from './overlay/GestureLayer';
import { HiddenLanesButton } from './overlay/HiddenLanesButton';
import { LaneHeightHandle } from './overlay/LaneHeightHandle';
import { LockedPlaces } from './overlay/LockedPlaces';
import { LookRings } from './overlay/LookRings';
import { RemoteLayer } from './overlay/RemoteLayer';
import { StickyTitles } from './overlay/StickyTitles';
import { VoteSigns } from './overlay/VoteSigns';
import { WayLayer } from './overlay/WayLayer';

const noEdges: never[] = [];
/** The middle button pans; the left one draws a marquee, and pans while Space is held. Fingers always pan. */
const panButtons = [1];

/** What lies on the map looks by itself, each for what it shows. */
const OnTheMap = memo(function OnTheMap() {
  return (
    <>
      <LockedPlaces />
      <RemoteLayer />
      <LookRings />
      <LaneHeightHandle />
      <HiddenLanesButton />
      <AddLayer />
      <CommentSigns />
      <VoteSigns />
      <GestureLayer />
      <FileDropLayer />
      <EvidenceDropLayer />
      <EditingLayer />
    </>
  );
});

type Props = { nodes: MapNode[]; viewport: Viewport; panning: boolean; way: Way | null; labels: LayoutLabels };

/** React Flow, by itself: a letter that is typed changes the layout, and mostly no node. */
export const MapFlow = memo(function MapFlow({ nodes, viewport, panning, way, labels }: Props) {
  const moving = usePanLayer(useCanvas());
  return (
    <ReactFlow
      nodes={nodes}
      edges={noEdges}
      nodeTypes={nodeTypes}
      defaultViewport={viewport}
      minZoom={minZoom}
      maxZoom={maxZoom}
      {...moving}
      panOnScroll
      panOnScrollSpeed={1}
      panOnDrag={panning ? true : panButtons}
      panActivationKeyCode={null}
      zoomOnDoubleClick={false}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      elevateNodesOnSelect={false}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      deleteKeyCode={null}
      disableKeyboardA11y
      attributionPosition="bottom-right"
    >
      <ViewportPortal>
        {way ? <WayLayer way={way} /> : null}
        <OnTheMap />
      </ViewportPortal>
      <ComparisonLayer labels={labels} />
      <StickyTitles />
    </ReactFlow>
  );
});
