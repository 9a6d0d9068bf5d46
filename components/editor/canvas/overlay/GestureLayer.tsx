'use client';

import { useStore } from 'zustand';
import { arrowHead } from '@/lib/map/layout/arrowHead';
import type { Box, Point } from '@/lib/map/layout/types';
import { referenceKey } from '../../reference';
import { useCanvas, useMapIndex } from '../CanvasContext';
import { boxBetween } from '../geometry/box';
import { findBoxOf } from '../geometry/boxOf';
import type { Gesture } from '../gestures';
import { DragGhost } from './DragGhost';

/** More things in the hand than this are told by a number. */
const maxGhosts = 12;

const toStyle = ({ x, y, width, height }: Box) => ({ left: x, top: y, width, height });

function Carried({ gesture }: { gesture: Extract<Gesture, { type: 'drag' }> }) {
  const index = useMapIndex();
  const dx = gesture.at.x - gesture.from.x;
  const dy = gesture.at.y - gesture.from.y;
  const grabbed = referenceKey(gesture.grabbed);
  const shown = gesture.items.slice(0, maxGhosts);
  return (
    <>
      {gesture.drop ? <div className="map-marker" style={toStyle(gesture.drop.marker)} /> : null}
      {shown.map((item) => {
        const box = findBoxOf(index, item);
        return box ? (
          <DragGhost key={referenceKey(item)} reference={item} box={{ ...box, x: box.x + dx, y: box.y + dy }} />
        ) : null;
      })}
      {gesture.items.length > 1 ? (
        <span className="map-count" style={{ left: gesture.at.x + 14, top: gesture.at.y + 14 }} key={grabbed}>
          {gesture.items.length}
        </span>
      ) : null}
    </>
  );
}

function Drawn({ from: stepId, to: targetId, at }: { from: string; to: string | null | undefined; at: Point }) {
  const index = useMapIndex();
  const step = index.stepById.get(stepId);
  if (!step) return null;
  const target = targetId ? index.stepById.get(targetId) : undefined;
  // A way to the same step again: up at its left, down at its right.
  const apart = target === step ? step.box.width / 5 : 0;
  const from = { x: step.box.x + step.box.width / 2 - apart, y: step.box.y };
  const to = target ? { x: target.box.x + target.box.width / 2 + apart, y: target.box.y } : at;
  const rise = Math.min(from.y, to.y) - Math.min(96, 32 + Math.abs(to.x - from.x) / 6);
  const ink = target ? 'var(--focus)' : 'var(--moment)';
  const path = target
    ? `M${from.x} ${from.y}C${from.x} ${rise} ${to.x} ${rise} ${to.x} ${to.y}`
    : `M${from.x} ${from.y}Q${from.x} ${to.y} ${to.x} ${to.y}`;
  const angle = target ? Math.PI / 2 : to.x < from.x ? Math.PI : 0;
  return (
    <>
      {target ? <div className="map-drop-frame" style={toStyle(target.box)} /> : null}
      <svg aria-hidden="true" width={1} height={1} className="map-drawing" style={{ zIndex: 17 }}>
        <path d={path} fill="none" stroke={ink} strokeWidth={2} strokeDasharray="6 4" />
        <path d={arrowHead({ ...to, angle })} fill={ink} />
      </svg>
    </>
  );
}

function Retargeted({ gesture: { id, end, to, at } }: { gesture: Extract<Gesture, { type: 'retarget' }> }) {
  const transition = useMapIndex().map.transitions.find((candidate) => candidate.id === id);
  if (!transition || to === undefined) return null;
  return end === 'to' ? <Drawn from={transition.from} to={to} at={at} /> : <Drawn from={to ?? ''} to={transition.to} at={at} />;
}

/** What the pointer is doing, drawn over the map: marquee, what is carried and where it would land, a transition being drawn. */
export function GestureLayer() {
  const { gestures } = useCanvas();
  const gesture = useStore(gestures, (state) => state.gesture);
  switch (gesture.type) {
    case 'marquee':
      return <div className="map-marquee" style={toStyle(boxBetween(gesture.from, gesture.to))} />;
    case 'drag':
      return <Carried gesture={gesture} />;
    case 'transition':
      return gesture.to === undefined ? null : <Drawn {...gesture} />;
    case 'retarget':
      return <Retargeted gesture={gesture} />;
    default:
      return null;
  }
}
