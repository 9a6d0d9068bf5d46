import { useEffect } from 'react';
import { pasteFiles } from '../../commands/addFile';
import { pasteForeign } from '../../commands/clipboard';
import { copySelection, ownTypes, pasteOwn } from '../../commands/copySelection';
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
      const copied = copySelection(context, event.type === 'cut');
      if (!copied) return;
      event.preventDefault();
      event.clipboardData.setData(copied.type, copied.json);
      event.clipboardData.setData('text/plain', copied.text);
      canvas.clipboard.remember(copied.json, copied.text);
      copied.finish();
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (!isForMap(event) || !event.clipboardData) return;
      const context = canvas.context();
      const data = event.clipboardData;
      const json = ownTypes.map((type) => data.getData(type)).find((own) => own !== '') ?? '';
      const own = json === '' ? null : pasteOwn(context, json);
      const foreign = { html: data.getData('text/html'), text: data.getData('text/plain') };
      // Programs put a picture of what is copied beside its text: then the text is meant.
      if (own === null && foreign.text.trim() === '' && pasteFiles(context, [...data.files])) {
        event.preventDefault();
        return;
      }
      if (own ?? pasteForeign(context, foreign)) event.preventDefault();
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
