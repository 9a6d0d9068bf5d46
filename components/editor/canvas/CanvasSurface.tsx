'use client';

import { ReactFlow, useStoreApi, ViewportPortal } from '@xyflow/react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { StructureQuestions } from '../structure/StructureQuestions';
import { CanvasProvider } from './CanvasContext';
import { LensControls } from './controls/LensControls';
import { Minimap } from './controls/Minimap';
import { ZoomControls } from './controls/ZoomControls';
import { initialViewport, maxZoom, minZoom, type Size } from './geometry/viewport';
import { createGestureStore } from './gestures';
import { useClipboard } from './interaction/useClipboard';
import { useFileDrop } from './interaction/useFileDrop';
import { useHover } from './interaction/useHover';
import { useKeepInView } from './interaction/useKeepInView';
import { useKeyboard } from './interaction/useKeyboard';
import { useLeaveHiddenLanes } from './interaction/useLeaveHiddenLanes';
import { useNavigationPort } from './interaction/useNavigationPort';
import { useOpenTextAccess } from './interaction/useOpenTextAccess';
import { usePointer } from './interaction/usePointer';
import { usePresenceOut } from './interaction/usePresenceOut';
import { useRevealOpenText } from './interaction/useRevealOpenText';
import { useTidyDrafts } from './interaction/useTidyDrafts';
import { useZoomVariables } from './interaction/useZoomVariables';
import { LensPanel } from './lens/LensPanel';
import { CanvasMenu } from './menu/CanvasMenu';
import { nodeTypes } from './nodes/nodeTypes';
import { AddLayer } from './overlay/AddLayer';
import { CommentSigns } from './overlay/CommentSigns';
import { ConnectDialog } from './overlay/ConnectDialog';
import { EditingLayer } from './overlay/EditingLayer';
import { EmptyMap } from './overlay/EmptyMap';
import { FileDropLayer } from './overlay/FileDropLayer';
import { GestureLayer } from './overlay/GestureLayer';
import { HiddenLanesButton } from './overlay/HiddenLanesButton';
import { LaneHeightHandle } from './overlay/LaneHeightHandle';
import { RemoteCursors } from './overlay/RemoteCursors';
import { RemoteLayer } from './overlay/RemoteLayer';
import { StickyTitles } from './overlay/StickyTitles';
import { TablePaste } from './overlay/TablePaste';
import { WayLayer } from './overlay/WayLayer';
import { PaintedLayer } from './paint/PaintedLayer';
import { useCreateCanvas } from './useCreateCanvas';
import { useMapLayout } from './useMapLayout';
import { useMinimapChoice } from './useMinimapChoice';
import { useVisibleNodes } from './useVisibleNodes';
import { useWay } from './useWay';

const noEdges: never[] = [];
/** The middle button pans; the left one draws a marquee, and pans while Space is held. Fingers always pan. */
const panButtons = [1];

/** Everything inside of the canvas. `size` is the canvas' at first, for the first view. */
export function CanvasSurface({ size }: { size: Size }) {
  const t = useTranslations('editor.canvas');
  const [gestures] = useState(createGestureStore);
  const { index, labels } = useMapLayout(gestures);
  const { canvas, sentence } = useCreateCanvas(index, gestures, useStoreApi());
  const { nodes, painted } = useVisibleNodes(index);
  const gesture = useStore(canvas.gestures, (state) => state.gesture.type);
  const panning = useStore(canvas.gestures, (state) => state.panning);
  const [viewport] = useState(() => initialViewport(index.layout, size));
  const minimap = useMinimapChoice(size.width >= 1024);
  const helpId = useId();
  useKeyboard(canvas);
  usePointer(canvas);
  useHover(canvas);
  useClipboard(canvas);
  useFileDrop(canvas);
  usePresenceOut(canvas);
  useNavigationPort(canvas);
  useTidyDrafts(canvas);
  useLeaveHiddenLanes(canvas);
  useOpenTextAccess();
  useKeepInView(canvas);
  useRevealOpenText(canvas);
  useZoomVariables(canvas);
  const way = useWay(canvas, index);

  return (
    <CanvasProvider value={canvas}>
      <CanvasMenu
        trigger={
          // biome-ignore lint/a11y/useSemanticElements: a region of its own, of which no element has the meaning.
          <div
            ref={canvas.root}
            role="region"
            aria-label={t('label')}
            aria-describedby={helpId}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the one stop of Tab when nothing on the map has the focus.
            tabIndex={0}
            className="map-canvas"
            data-gesture={gesture === 'none' ? undefined : gesture}
            data-panning={panning}
            data-painted={painted}
            data-way={way ? true : undefined}
          >
            {painted ? <PaintedLayer labels={labels} /> : null}
            <ReactFlow
              nodes={nodes}
              edges={noEdges}
              nodeTypes={nodeTypes}
              defaultViewport={viewport}
              minZoom={minZoom}
              maxZoom={maxZoom}
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
                <RemoteLayer />
                <LaneHeightHandle />
                <HiddenLanesButton />
                <AddLayer />
                <CommentSigns />
                <GestureLayer />
                <FileDropLayer />
                <EditingLayer />
              </ViewportPortal>
              <StickyTitles />
            </ReactFlow>
            <RemoteCursors />
            <EmptyMap />
            <div className="map-corner" data-own-pointer data-covers-map>
              {minimap.shown ? <Minimap labels={labels} /> : null}
              <LensControls />
              <ZoomControls minimap={minimap.shown} onToggleMinimap={minimap.toggle} />
            </div>
            <p id={helpId} className="sr-only">
              {t('help')}
            </p>
            <p role="status" className="sr-only">
              {sentence}
            </p>
          </div>
        }
      />
      <LensPanel />
      <ConnectDialog />
      <TablePaste />
      <StructureQuestions />
    </CanvasProvider>
  );
}
