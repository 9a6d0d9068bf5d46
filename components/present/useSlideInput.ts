import { type RefObject, useEffect, useRef } from 'react';
import type { Point } from '@/lib/map/layout/types';
import type { Way } from './useSlides';

export type SlideInput = {
  go: (way: Way) => void;
  /** Moves up or down in a slide that is taller than the screen. Returns whether there was anything that way. */
  scroll: (by: number, smooth: boolean) => boolean;
  toggleSteps: () => void;
  toggleFull: (() => void) | null;
};

/** Pixels that a finger goes before it is a swipe. */
const swipe = 48;
const slack = 8;

/** What marks words that may be longer than the screen: the wheel and the keys that go on move them first. */
export const longWords = 'data-long-words';

/** Keys, presses at the sides, swipes and the wheel of a presentation. */
export function useSlideInput(stage: RefObject<HTMLElement | null>, input: SlideInput): void {
  const latest = useRef(input);
  latest.current = input;
  useEffect(() => {
    const target = stage.current;
    if (!target) return;
    let pressed: { id: number; at: Point; last: Point } | null = null;
    const scrollWords = (by: number): boolean => {
      const words = target.querySelector(`[${longWords}]`);
      if (!words) return false;
      const before = words.scrollTop;
      words.scrollTop += by;
      return words.scrollTop !== before;
    };
    const page = (direction: 1 | -1): boolean => {
      const by = direction * window.innerHeight * 0.6;
      return scrollWords(by) || latest.current.scroll(by, true);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const { go, toggleSteps, toggleFull } = latest.current;
      const onButton = event.target instanceof Element && event.target.closest('button') !== null;
      if (onButton && (event.key === ' ' || event.key === 'Enter')) return;
      const on = (): void => {
        if (!page(1)) go('next');
      };
      const back = (): void => {
        if (!page(-1)) go('previous');
      };
      const acts: Record<string, () => void> = {
        ArrowRight: () => go('next'),
        ArrowLeft: () => go('previous'),
        ArrowDown: () => go('down'),
        ArrowUp: () => go('up'),
        ' ': event.shiftKey ? back : on,
        PageDown: on,
        PageUp: back,
        Home: () => go('first'),
        End: () => go('last'),
        s: toggleSteps,
        f: () => toggleFull?.(),
      };
      const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const by = event.deltaY * (event.deltaMode === 1 ? 16 : 1);
      if (!event.ctrlKey && !scrollWords(by)) latest.current.scroll(by, false);
    };
    const onDown = (event: PointerEvent): void => {
      if (event.button !== 0 || (event.target as Element).closest('[data-own-pointer]')) return;
      const at = { x: event.clientX, y: event.clientY };
      // A second finger ends it. The same pointer again was let go of outside the window.
      pressed = pressed && pressed.id !== event.pointerId ? null : { id: event.pointerId, at, last: at };
    };
    const onMove = (event: PointerEvent): void => {
      if (pressed?.id !== event.pointerId) return;
      const upright = Math.abs(event.clientY - pressed.at.y) > Math.abs(event.clientX - pressed.at.x);
      if (upright) latest.current.scroll(pressed.last.y - event.clientY, false);
      pressed.last = { x: event.clientX, y: event.clientY };
    };
    const onUp = (event: PointerEvent): void => {
      if (pressed?.id !== event.pointerId) return;
      const [x, y] = [event.clientX - pressed.at.x, event.clientY - pressed.at.y];
      pressed = null;
      if (event.type !== 'pointerup') return;
      const { go } = latest.current;
      if (Math.abs(x) > swipe && Math.abs(x) > Math.abs(y)) go(x < 0 ? 'next' : 'previous');
      else if (Math.hypot(x, y) < slack && window.getSelection()?.isCollapsed !== false) {
        go(event.clientX < target.clientWidth * 0.25 ? 'previous' : 'next');
      }
    };
    target.addEventListener('keydown', onKey);
    target.addEventListener('wheel', onWheel, { passive: false });
    target.addEventListener('pointerdown', onDown);
    target.addEventListener('pointermove', onMove);
    target.addEventListener('pointerup', onUp);
    target.addEventListener('pointercancel', onUp);
    return () => {
      target.removeEventListener('keydown', onKey);
      target.removeEventListener('wheel', onWheel);
      target.removeEventListener('pointerdown', onDown);
      target.removeEventListener('pointermove', onMove);
      target.removeEventListener('pointerup', onUp);
      target.removeEventListener('pointercancel', onUp);
    };
  }, [stage]);
}
