import { useEffect } from 'react';
import { pasteFiles } from '../../commands/addFile';
import { clipboardType, copyCards, parseClipboard, pasteCopiedCards, pasteText } from '../../commands/clipboard';
import { deleteSelected, tellDeleted } from '../../commands/deleteSelection';
import type { Canvas } from '../CanvasContext';

/**
 * Copy, cut and paste by the browser's own events: they work by key and by menu, and, unlike the clipboard's programming interface, over
 * plain http on a workshop's network.
 */
export function useClipboard(canvas: Canvas): void {
  useEffect(() => {
    const isForMap = (event: ClipboardEvent): boolean => {
      const { target } = event;
      if (!(target instanceof Element) || event.defaultPrevented) return false;
      if (target.closest('input, textarea, [contenteditable]')) return false;
      return target === document.body || (canvas.root.current?.contains(target) ?? false);
    };
    const onCopy = (event: ClipboardEvent): void => {
      if (!isForMap(event) || !event.clipboardData) return;
      const context = canvas.context();
      const copied = copyCards(context);
      if (!copied) return;
      event.preventDefault();
      event.clipboardData.setData(clipboardType, copied.json);
      event.clipboardData.setData('text/plain', copied.text);
      canvas.clipboard.remember(copied.json, copied.text);
      const cut = event.type === 'cut' && context.canWrite;
      if (cut) {
        const things = deleteSelected(context);
        // Cards alone are in the clipboard: nobody misses those.
        if (things.items.some(({ type }) => type !== 'card')) tellDeleted(context, things);
      }
      context.announce(cut ? 'cut' : 'copied', { count: copied.count });
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (!isForMap(event) || !event.clipboardData) return;
      const context = canvas.context();
      const cards = parseClipboard(event.clipboardData.getData(clipboardType));
      const text = event.clipboardData.getData('text/plain');
      // Programs put a picture of what is copied beside its text: then the text is meant.
      if (!cards && text.trim() === '' && pasteFiles(context, [...event.clipboardData.files])) {
        event.preventDefault();
        return;
      }
      const pasted = cards ? pasteCopiedCards(context, cards) : pasteText(context, text);
      if (pasted) event.preventDefault();
      context.undo.stopCapturing();
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [canvas]);
}
