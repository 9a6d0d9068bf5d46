import type { Canvas } from '../CanvasContext';
import { focusOpenText } from '../interaction/focusOpenText';

/** Does something once the menu is gone and has given the focus back, so that a text which opens keeps it. */
export function afterMenu(canvas: Canvas, perform: () => void): void {
  setTimeout(() => {
    perform();
    requestAnimationFrame(() => focusOpenText(canvas));
  });
}
