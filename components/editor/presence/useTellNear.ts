import { type RefObject, useEffect } from 'react';
import { useEditor } from '../session/EditorContext';
import { throttle } from '../session/throttle';

/** As often as the canvas tells what part of the map it shows. */
const interval = 250;

/**
 * The key of the step in the middle of a view that scrolls. `selector` finds its steps in the order in which they are read; the data
 * attribute `name` holds their key, with whatever stands behind a `|`. Null when there is none.
 */
export function nearIn(root: HTMLElement, selector: string, name: string): string | null {
  const { top, height } = root.getBoundingClientRect();
  const middle = top + height / 2;
  const steps = [...root.querySelectorAll<HTMLElement>(selector)];
  // The last one that begins above the middle.
  let [low, high] = [0, steps.length - 1];
  while (low < high) {
    const half = Math.ceil((low + high) / 2);
    if ((steps[half]?.getBoundingClientRect().top ?? 0) <= middle) low = half;
    else high = half - 1;
  }
  return steps[low]?.dataset[name]?.split('|')[0] ?? null;
}

/** Tells the others which step a list or a table has in its middle, for those who follow. */
export function useTellNear(root: RefObject<HTMLElement | null>, selector: string, name: string): void {
  const { session, together } = useEditor();
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const tell = throttle(() => {
      if (together.getState().following === null) session.presence.publish({ near: nearIn(element, selector, name) });
    }, interval);
    tell();
    const stopFollowing = together.subscribe((state, before) => {
      if (state.following === null && before.following !== null) tell();
    });
    element.addEventListener('scroll', tell, { passive: true });
    return () => {
      element.removeEventListener('scroll', tell);
      stopFollowing();
      tell.cancel();
      session.presence.publish({ near: null });
    };
  }, [root, selector, name, session, together]);
}
