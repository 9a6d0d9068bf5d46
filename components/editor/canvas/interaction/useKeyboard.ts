import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { isTyping, startTyping } from '../../commands/startTyping';
import type { Canvas } from '../CanvasContext';
import { focusOpenText } from './focusOpenText';

const ownKeys = 'input, textarea, select, button, a[href], [contenteditable], [role="menu"], [role="dialog"]';

/** Whether a key press is for the map: the focus is on it, or nowhere at all. */
function isForMap(event: KeyboardEvent, root: HTMLElement): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement) || event.defaultPrevented) return false;
  if (target === document.body || target === document.documentElement) return document.querySelector('[role="dialog"]') === null;
  return root.contains(target) && target.closest(ownKeys) === null;
}

/** The keyboard of the canvas: shortcuts, and typing that opens a text. */
export function useKeyboard(canvas: Canvas): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const root = canvas.root.current;
      if (!root || !isForMap(event, root)) return;
      if (event.key === ' ') canvas.gestures.setState({ panning: true });
      if (event.key === 'Escape' && canvas.gestures.getState().gesture.type !== 'none') {
        canvas.gestures.setState({ gesture: { type: 'none' } });
        event.preventDefault();
        return;
      }
      let performed = false;
      // At once, so that what was opened has the focus before the next key arrives.
      flushSync(() => {
        performed = !event.isComposing && canvas.commands.runShortcut(event);
      });
      if (performed) {
        event.preventDefault();
        focusOpenText(canvas);
        return;
      }
      if (!isTyping(event)) return;
      let opened = false;
      flushSync(() => {
        opened = startTyping(canvas.context());
      });
      // The key itself goes on: the browser puts it into the text that has the focus now, so input methods work from the first key.
      if (opened) focusOpenText(canvas);
    };
    const onKeyUp = (event: KeyboardEvent): void => {
      if (event.key === ' ') canvas.gestures.setState({ panning: false });
    };
    const onBlur = (): void => canvas.gestures.setState({ panning: false });
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('keyup', onKeyUp);
    window.addEventListener('blur', onBlur);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('keyup', onKeyUp);
      window.removeEventListener('blur', onBlur);
    };
  }, [canvas]);
}
