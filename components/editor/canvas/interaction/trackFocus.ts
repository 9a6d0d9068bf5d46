import type { RefObject } from 'react';

/** Whether the keyboard is on an element's inside. It stays there when the focused part is taken away, as cards are that leave the view. */
export function trackFocus(root: RefObject<HTMLElement | null>): { isInside(): boolean; start(): () => void } {
  let inside = false;
  const onFocusIn = (event: FocusEvent): void => {
    inside = event.target instanceof Node && (root.current?.contains(event.target) ?? false);
  };
  const onPointerDown = (event: PointerEvent): void => {
    if (event.target instanceof Node && !root.current?.contains(event.target)) inside = false;
  };
  return {
    isInside: () => inside,
    start() {
      document.addEventListener('focusin', onFocusIn);
      document.addEventListener('pointerdown', onPointerDown, { capture: true });
      return () => {
        document.removeEventListener('focusin', onFocusIn);
        document.removeEventListener('pointerdown', onPointerDown, { capture: true });
      };
    },
  };
}
