import type { Point } from '@/lib/map/layout/types';
import type { MapReference } from '../../reference';
import { isSelected } from '../../selection';
import type { Canvas } from '../CanvasContext';
import type { Gesture, TransitionEnd } from '../gestures';
import { referenceAt } from './referenceAt';

/** Pixels of the screen before a press becomes a drag. */
export const slack = { touch: 10, other: 4 };
/** Milliseconds a finger rests before it takes hold. */
export const longPress = 380;
/** Milliseconds within which a second click makes a double click. */
const doubleClick = 400;

/** A click that was made: when (ms), on what, and where on the screen. */
export type Click = { time: number; key: string; x: number; y: number };

/** Whether a click makes a double click of the one before: soon after it, on the same thing, and at the same place as far as a hand can tell. */
export function isDoubleClick(first: Click, second: Click, touch: boolean): boolean {
  if (first.key !== second.key || second.time - first.time >= doubleClick) return false;
  return Math.hypot(second.x - first.x, second.y - first.y) < 2 * (touch ? slack.touch : slack.other);
}

/** What answers to the pointer by itself. */
export const ownPointer = '[data-own-pointer], textarea, input, button, a';

/** A step from which a transition is drawn, or a transition whose end is moved. */
export type Handle = { from: string } | { id: string; end: TransitionEnd };

function findHandle(target: Element | null): Handle | null {
  const { transitionFrom, transitionEnd, transition } = target?.closest<HTMLElement>('.map-handle')?.dataset ?? {};
  if (transitionFrom !== undefined) return { from: transitionFrom };
  if (transition !== undefined) return { id: transition, end: transitionEnd === 'from' ? 'from' : 'to' };
  return null;
}

/** What a pointer does that was pressed on a handle. */
export function handleGesture(handle: Handle, at: Point): Gesture {
  return 'from' in handle
    ? { type: 'transition', from: handle.from, at, to: undefined, wasAway: false }
    : { type: 'retarget', ...handle, start: at, at, to: undefined };
}

/** A pointer that is down on the canvas. */
export type Press = {
  pointerId: number;
  touch: boolean;
  x: number;
  y: number;
  reference: MapReference | null;
  /** What is drawn or moved from here, when a handle was pressed. */
  handle: Handle | null;
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
  const handle = findHandle(target);
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
