import type { MapReference } from '../../reference';
import { isSelected } from '../../selection';
import type { Canvas } from '../CanvasContext';
import { referenceAt } from './referenceAt';

/** Pixels of the screen before a press becomes a drag. */
export const slack = { touch: 10, other: 4 };
/** Milliseconds a finger rests before it takes hold. */
export const longPress = 380;
/** What answers to the pointer by itself. */
export const ownPointer = '[data-own-pointer], textarea, input, button, a';

/** A pointer that is down on the canvas. */
export type Press = {
  pointerId: number;
  touch: boolean;
  x: number;
  y: number;
  reference: MapReference | null;
  /** Step that a transition is drawn from, when its handle was pressed. */
  handle: string | null;
  /** Lane whose lower edge was pressed. */
  laneEdge: string | null;
  add: boolean;
  wasSelected: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** A finger has rested long enough. */
  held: boolean;
  /** It has begun to do something; given up meanwhile, it does nothing more until it is lifted. */
  begun: boolean;
};

/** The press that a pointer begins; null when it is not the canvas' to answer. */
export function findPress(canvas: Canvas, event: PointerEvent): Press | null {
  const target = event.target instanceof Element ? event.target : null;
  const handle = target?.closest<HTMLElement>('[data-transition-from]')?.dataset.transitionFrom ?? null;
  const laneEdge = target?.closest<HTMLElement>('[data-lane-edge]')?.dataset.laneEdge ?? null;
  const own = !handle && !laneEdge && target?.closest(ownPointer);
  if (event.button !== 0 || canvas.gestures.getState().panning || own) return null;
  const reference = referenceAt(canvas, event);
  return {
    pointerId: event.pointerId,
    touch: event.pointerType === 'touch',
    x: event.clientX,
    y: event.clientY,
    reference,
    handle,
    laneEdge,
    add: event.shiftKey || event.ctrlKey || event.metaKey,
    wasSelected: reference !== null && isSelected(canvas.context().selection.getState(), reference),
    timer: undefined,
    held: false,
    begun: false,
  };
}

/** How far in pixels of the screen a pointer is from where it was pressed. */
export function distanceFrom(press: Press, event: Pick<PointerEvent, 'clientX' | 'clientY'>): number {
  return Math.hypot(event.clientX - press.x, event.clientY - press.y);
}
