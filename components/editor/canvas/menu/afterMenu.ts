import type { Canvas } from '../CanvasContext';
import { focusOpenText } from '../interaction/focusOpenText';

/** Does something once the menu is gone and has given the focus back, so that a text which opens keeps it. */
export function afterMenu(canvas: Canvas, perform: () => void): void {
  // The menu gives the focus back in a timer that it sets only after this one: the turn after both is the first safe one.
  setTimeout(() =>
    setTimeout(() => {
      perform();
      requestAnimationFrame(() => focusOpenText(canvas));
    }),
  );
}
