'use client';

import { useStoreApi } from '@xyflow/react';
import { memo, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import type { LayoutLabels } from '@/lib/map/layout/types';
import { useEditor } from '../session/EditorContext';
import { StructureQuestions } from '../structure/StructureQuestions';
import { CanvasProvider } from './CanvasContext';
import { LensControls } from './controls/LensControls';
import { Minimap } from './controls/Minimap';
import { ZoomControls } from './controls/ZoomControls';
import { initialViewport, type Size } from './geometry/viewport';
import { createGestureStore } from './gestures';
import { useClipboard } from './interaction/useClipboard';
import { useEvidenceDrop } from './interaction/useEvidenceDrop';
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
import { MapFlow } from './MapFlow';
import { CanvasMenu } from './menu/CanvasMenu';
import { ConnectDialog } from './overlay/ConnectDialog';
import { EmptyMap } from './overlay/EmptyMap';
import { LookSigns } from './overlay/LookSigns';
import { RemoteCursors } from './overlay/RemoteCursors';
import { TablePaste } from './overlay/TablePaste';
import { VoteHint } from './overlay/VoteHint';
import { PaintedLayer } from './paint/PaintedLayer';
import { useCreateCanvas } from './useCreateCanvas';
import { useEmphasis } from './useEmphasis';
import { useMapLayout } from './useMapLayout';
import { useMinimapChoice } from './useMinimapChoice';
import { useVisibleNodes } from './useVisibleNodes';
import { useWay } from './useWay';

// The surface renders with every change of the map; what lies over it looks by itself, each for what it shows.

const OverTheMap = memo(function OverTheMap({ labels, size }: { labels: LayoutLabels; size: Size }) {
  const minimap = useMinimapChoice(size);
  return (
    <>
      <RemoteCursors />
      <LookSigns />
      <EmptyMap />
      <VoteHint />
      <div className="map-corner" data-own-pointer data-covers-map>
        {minimap.shown ? <Minimap labels={labels} /> : null}
        <LensControls />
        <ZoomControls minimap={minimap} />
      </div>
    </>
  );
});

const BesideTheMap = memo(function BesideTheMap() {
  return (
    <>
      <LensPanel />
      <ConnectDialog />
      <TablePaste />
      <StructureQuestions />
    </>
  );
});

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
  const helpId = useId();
  useKeyboard(canvas);
  usePointer(canvas);
  useHover(canvas);
  useClipboard(canvas);
  useFileDrop(canvas);
  useEvidenceDrop(canvas);
  usePresenceOut(canvas);
  useNavigationPort(canvas);
  useTidyDrafts(canvas);
  useLeaveHiddenLanes(canvas);
  useOpenTextAccess();
  useKeepInView(canvas);
  useRevealOpenText(canvas);
  useZoomVariables(canvas);
  const way = useWay(canvas, index);
  const emphasis = useEmphasis(canvas, index, way);
  const isComparing = useStore(useEditor().compare, (state) => state.compared !== null);

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
            data-look={emphasis ? true : undefined}
            data-compared={isComparing || undefined}
          >
            {painted ? <PaintedLayer labels={labels} /> : null}
            <MapFlow nodes={nodes} viewport={viewport} panning={panning} way={way} labels={labels} />
            <OverTheMap labels={labels} size={size} />
            <p id={helpId} className="sr-only">
              {t('help')}
            </p>
            <p role="status" className="sr-only">
              {sentence}
            </p>
          </div>
        }
      />
      <BesideTheMap />
    </CanvasProvider>
  );
}
