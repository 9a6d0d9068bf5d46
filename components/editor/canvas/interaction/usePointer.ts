import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import type { MapReference } from '../../reference';
import { referenceKey } from '../../reference';
import { isSelected } from '../../selection';
import type { Canvas } from '../CanvasContext';
import type { Gesture } from '../gestures';
import { autoPanBy } from './autoPan';
import { beginGesture } from './beginGesture';
import { openAt, selectAt, setEmotionAt } from './clickAt';
import { endGesture } from './endGesture';
import { focusOpenText } from './focusOpenText';
import { moveGesture } from './moveGesture';
import { pointAt, referenceAt } from './referenceAt';

/** Pixels of the screen before a press becomes a drag. */
const slack = { touch: 10, other: 4 };
/** Milliseconds a finger rests before it takes hold. */
const longPress = 380;
const ownPointer = '[data-own-pointer], textarea, input, button, a';

type Press = {
  pointerId: number;
  touch: boolean;
  x: number;
  y: number;
  reference: MapReference | null;
  /** Step that a transition is drawn from, when its handle was pressed. */
  handle: string | null;
  add: boolean;
  wasSelected: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
};

/**
 * Mouse, pen and touch on the canvas. A mouse drags at once; a finger pans (React Flow), and takes hold after resting. All that is pointed at
 * is found by the layout, so painted cards answer like others.
 */
export function usePointer(canvas: Canvas): void {
  useEffect(() => {
    const root = canvas.root.current;
    if (!root) return;
    let press: Press | null = null;
    let last = { x: 0, y: 0 };
    let frame = 0;
    let lastClick = { time: 0, key: '' };
    const touches = new Set<number>();

    const gesture = (): Gesture => canvas.gestures.getState().gesture;
    const setGesture = (next: Gesture): void => canvas.gestures.setState({ gesture: next });
    const isActive = (): boolean => gesture().type !== 'none';

    const follow = (): void => {
      const moved = moveGesture(canvas.index.get(), gesture(), canvas.view.pointAt(last));
      setGesture(moved);
    };
    const pan = (): void => {
      frame = 0;
      if (!isActive()) return;
      const by = autoPanBy(last, root.getBoundingClientRect());
      if (by.x !== 0 || by.y !== 0) {
        canvas.view.panBy(by.x, by.y);
        follow();
      }
      frame = requestAnimationFrame(pan);
    };
    const begin = (at: Press): void => {
      const context = canvas.context();
      const start = canvas.view.pointAt({ x: at.x, y: at.y });
      setGesture(
        at.handle ? { type: 'transition', from: at.handle, at: start, to: null } : beginGesture(context, at.reference, start),
      );
      root.setPointerCapture(at.pointerId);
      frame = requestAnimationFrame(pan);
    };
    const cancel = (): void => {
      clearTimeout(press?.timer);
      press = null;
      cancelAnimationFrame(frame);
      if (isActive()) setGesture({ type: 'none' });
    };

    const onDown = (event: PointerEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      const touch = event.pointerType === 'touch';
      if (touch) touches.add(event.pointerId);
      if (touches.size > 1) {
        cancel();
        return;
      }
      const handle = target?.closest<HTMLElement>('[data-transition-from]')?.dataset.transitionFrom ?? null;
      if (event.button !== 0 || canvas.gestures.getState().panning || (!handle && target?.closest(ownPointer))) return;
      const context = canvas.context();
      const reference = referenceAt(canvas, event);
      const add = event.shiftKey || event.ctrlKey || event.metaKey;
      const wasSelected = reference !== null && isSelected(context.selection.getState(), reference);
      press = {
        pointerId: event.pointerId,
        touch,
        x: event.clientX,
        y: event.clientY,
        reference,
        handle,
        add,
        wasSelected,
        timer: undefined,
      };
      last = { x: event.clientX, y: event.clientY };
      if (!touch) {
        // The canvas keeps the focus; text that was open closes.
        event.preventDefault();
        context.selection.getState().stopEditing();
        if (!root.contains(document.activeElement) || document.activeElement instanceof HTMLTextAreaElement)
          context.focusCanvas();
        if (reference && !add && !wasSelected && !handle) context.selection.getState().select(reference);
      } else if (reference) {
        const held = press;
        press.timer = setTimeout(() => {
          if (press !== held || !canvas.context().canWrite) return;
          navigator.vibrate?.(12);
          begin(held);
          // A finger that rests on paper does not draw a marquee.
          if (gesture().type === 'marquee') cancel();
        }, longPress);
      }
    };

    const onMove = (event: PointerEvent): void => {
      if (!press || event.pointerId !== press.pointerId) return;
      last = { x: event.clientX, y: event.clientY };
      if (isActive()) {
        follow();
        return;
      }
      const distance = Math.hypot(last.x - press.x, last.y - press.y);
      if (distance < (press.touch ? slack.touch : slack.other)) return;
      if (press.touch && !press.handle) cancel();
      else {
        begin(press);
        follow();
      }
    };

    const onClick = (at: Press, event: PointerEvent): void => {
      const context = canvas.context();
      const key = at.reference ? referenceKey(at.reference) : '';
      const twice = event.timeStamp - lastClick.time < 400 && lastClick.key === key;
      lastClick = { time: event.timeStamp, key };
      if (!at.add && !at.reference && setEmotionAt(context, pointAt(canvas, event))) return;
      if (at.touch) context.selection.getState().stopEditing();
      if (twice || (at.touch && at.wasSelected && !at.add)) {
        flushSync(() => openAt(context, at.reference));
        // Inside the event, or phones do not open their keyboard.
        focusOpenText(canvas);
        return;
      }
      selectAt(context, at.reference, at.add || (at.touch && event.shiftKey));
    };

    const onUp = (event: PointerEvent): void => {
      touches.delete(event.pointerId);
      if (!press || event.pointerId !== press.pointerId) return;
      const released = press;
      clearTimeout(press.timer);
      press = null;
      cancelAnimationFrame(frame);
      const done = gesture();
      if (done.type === 'none') {
        if (!released.handle) onClick(released, event);
        return;
      }
      setGesture({ type: 'none' });
      const moved = Math.hypot(event.clientX - released.x, event.clientY - released.y) >= slack.other;
      if (!moved) return;
      flushSync(() => endGesture(canvas.context(), done, released.add));
      focusOpenText(canvas);
    };

    const onCancel = (event: PointerEvent): void => {
      touches.delete(event.pointerId);
      if (press?.pointerId === event.pointerId) cancel();
    };
    // What a finger holds moves; the map under it stays. React Flow listens further inside, so it is kept from hearing of it.
    const onTouchMove = (event: TouchEvent): void => {
      if (!isActive()) return;
      event.stopPropagation();
      event.preventDefault();
    };
    // A menu that opens (by a long press too) ends what was begun, and is about what lies under it.
    const onContextMenu = (event: MouseEvent): void => {
      cancel();
      if (event.target instanceof Element && event.target.closest(ownPointer)) return;
      const { selection } = canvas.context();
      const reference = referenceAt(canvas, event);
      if (!reference) selection.getState().clear();
      else if (!isSelected(selection.getState(), reference)) selection.getState().select(reference);
    };

    root.addEventListener('pointerdown', onDown);
    root.addEventListener('touchmove', onTouchMove, { capture: true, passive: false });
    root.addEventListener('contextmenu', onContextMenu, { capture: true });
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onCancel);
    return () => {
      cancel();
      root.removeEventListener('pointerdown', onDown);
      root.removeEventListener('touchmove', onTouchMove, { capture: true });
      root.removeEventListener('contextmenu', onContextMenu, { capture: true });
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onCancel);
    };
  }, [canvas]);
}
