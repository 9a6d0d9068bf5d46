import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { referenceKey } from '../../reference';
import { isSelected } from '../../selection';
import type { Canvas } from '../CanvasContext';
import type { Gesture } from '../gestures';
import { autoPanBy } from './autoPan';
import { beginGesture, canTakeHold } from './beginGesture';
import { openAt, selectAt, setEmotionAt } from './clickAt';
import { endGesture } from './endGesture';
import { focusOpenText } from './focusOpenText';
import { moveGesture } from './moveGesture';
import {
  type Click,
  distanceFrom,
  findPress,
  handleGesture,
  isDoubleClick,
  longPress,
  ownPointer,
  type Press,
  slack,
} from './press';
import { pointAt, referenceAt } from './referenceAt';

const pictureOf = ({ target }: PointerEvent): string | null =>
  (target instanceof Element && target.closest<HTMLElement>('[data-picture]')?.dataset.picture) || null;

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
    let lastClick: Click | null = null;
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
      at.begun = true;
      clearTimeout(at.timer);
      setGesture(at.handle ? handleGesture(at.handle, start) : beginGesture(context, at, start));
      root.setPointerCapture(at.pointerId);
      frame = requestAnimationFrame(pan);
    };
    const cancel = (): void => {
      clearTimeout(press?.timer);
      press = null;
      cancelAnimationFrame(frame);
      if (isActive()) setGesture({ type: 'none' });
    };

    // Who did something elsewhere begins anew on the canvas.
    const onDownAnywhere = (event: PointerEvent): void => {
      if (event.target instanceof Node && !root.contains(event.target)) lastClick = null;
    };
    const onDown = (event: PointerEvent): void => {
      if (event.pointerType === 'touch') touches.add(event.pointerId);
      if (touches.size > 1) {
        cancel();
        return;
      }
      const found = findPress(canvas, event);
      if (!found) return;
      press = found;
      last = { x: event.clientX, y: event.clientY };
      // The canvas keeps the focus, and a menu's own long press stays out of the way of ours.
      event.preventDefault();
      const context = canvas.context();
      if (found.touch) {
        found.timer = setTimeout(() => {
          if (press !== found) return;
          found.held = true;
          navigator.vibrate?.(12);
          if (canTakeHold(canvas.context(), found.reference)) begin(found);
        }, longPress);
        return;
      }
      context.selection.getState().stopEditing();
      const { activeElement } = document;
      // Keys of a gesture reach the map only from the map itself: not from a text, nor from a button that was pressed before.
      if (!root.contains(activeElement) || activeElement?.matches(ownPointer)) context.focusCanvas();
      if (found.reference && !found.add && !found.wasSelected && !found.handle && !found.laneEdge)
        context.selection.getState().select(found.reference);
    };

    const onMove = (event: PointerEvent): void => {
      if (!press || event.pointerId !== press.pointerId) return;
      last = { x: event.clientX, y: event.clientY };
      if (isActive()) {
        follow();
        return;
      }
      if (press.begun || distanceFrom(press, event) < (press.touch ? slack.touch : slack.other)) return;
      // A finger on a handle or on a point of the curve can mean nothing else; anywhere else it pans.
      const direct = press.handle !== null || press.laneEdge !== null || press.reference?.type === 'emotion';
      if (press.touch && !direct) cancel();
      else {
        begin(press);
        follow();
      }
    };

    const onClick = (at: Press, event: PointerEvent): void => {
      const context = canvas.context();
      const key = at.reference ? referenceKey(at.reference) : '';
      const click = { time: event.timeStamp, key, x: event.clientX, y: event.clientY };
      const twice = lastClick !== null && isDoubleClick(lastClick, click, at.touch);
      lastClick = click;
      if (!at.add && !at.reference && setEmotionAt(context, pointAt(canvas, event))) return;
      if (at.touch) context.selection.getState().stopEditing();
      // A picture opens at once, so there is no second click on it.
      const picture = at.handle ? null : pictureOf(event);
      if (!picture && (twice || (at.touch && at.wasSelected && !at.add))) {
        flushSync(() => openAt(context, at.reference));
        // Inside the event, or phones do not open their keyboard.
        focusOpenText(canvas);
        return;
      }
      selectAt(context, at.reference, at.add || (at.touch && event.shiftKey));
      if (picture && !at.add) context.files.show(picture);
    };

    const onUp = (event: PointerEvent): void => {
      touches.delete(event.pointerId);
      if (!press || event.pointerId !== press.pointerId) return;
      const released = press;
      clearTimeout(press.timer);
      press = null;
      cancelAnimationFrame(frame);
      const done = gesture();
      const moved = distanceFrom(released, event) >= slack.other;
      if (done.type !== 'none') setGesture({ type: 'none' });
      if (released.held && !moved) {
        const { clientX, clientY } = event;
        event.target?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX, clientY }));
        return;
      }
      if (done.type === 'none') {
        const isClick = !released.handle && !released.laneEdge && !released.begun;
        if (isClick && !released.held) onClick(released, event);
        return;
      }
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
    // A menu ends what was begun, and is about what lies under it.
    const onContextMenu = (event: MouseEvent): void => {
      if (press?.touch) {
        // Some browsers open a menu while the finger still rests; ours waits until it is lifted, since it may go on to drag.
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
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
    window.addEventListener('pointerdown', onDownAnywhere, { capture: true });
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onCancel);
    return () => {
      cancel();
      root.removeEventListener('pointerdown', onDown);
      root.removeEventListener('touchmove', onTouchMove, { capture: true });
      root.removeEventListener('contextmenu', onContextMenu, { capture: true });
      window.removeEventListener('pointerdown', onDownAnywhere, { capture: true });
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onCancel);
    };
  }, [canvas]);
}
