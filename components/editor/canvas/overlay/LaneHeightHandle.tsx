'use client';

import { useStore as useFlowStore } from '@xyflow/react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { primaryOf } from '../../selection';
import { useEditor } from '../../session/EditorContext';
import { useCanvas, useMapIndex } from '../CanvasContext';

/** Smaller than this, the handle would cover the titles. */
const smallestZoom = 0.3;

/**
 * At the lower edge of the lane whose title is hovered, focused or selected: draws it higher or lower. Keys do the same, and so does a field of
 * the panel. While it is drawn it says how high the lane will be.
 */
export function LaneHeightHandle() {
  const t = useTranslations('editor.canvas');
  const { gestures } = useCanvas();
  const { selection, canWrite } = useEditor();
  const index = useMapIndex();
  const gesture = useStore(gestures, (state) => state.gesture);
  const hovered = useStore(selection, (state) => state.hovered);
  const primary = useStore(selection, (state) => (state.selected.length === 1 && !state.editing ? primaryOf(state) : null));
  const near = useFlowStore(({ transform }) => transform[2] >= smallestZoom);
  const drawn = gesture.type === 'laneHeight' ? gesture : null;
  if (!canWrite || !near || (!drawn && gesture.type !== 'none')) return null;
  const at = drawn ? { type: 'lane', id: drawn.laneId } : hovered?.type === 'lane' ? hovered : primary;
  const lane = at?.type === 'lane' ? index.laneById.get(at.id) : undefined;
  if (!lane || lane.folded) return null;
  const { header } = lane;
  const edge = header.y + header.height;
  return (
    <>
      <div
        data-lane-edge={lane.id}
        data-keep-hover
        data-drawn={drawn !== null}
        title={t('drawLaneHeight')}
        className="map-lane-edge nopan"
        style={{ left: header.x + 48, top: edge, width: header.width - 64 }}
      />
      {drawn ? (
        <>
          <div className="map-lane-edge-line" style={{ left: lane.box.x, top: edge - 1, width: lane.box.width }} />
          <span className="map-lane-edge-value" style={{ left: header.x + 48, top: edge + 8 }}>
            {drawn.height === null ? t('laneFits') : t('laneHeightValue', { height: drawn.height })}
          </span>
        </>
      ) : null}
    </>
  );
}
