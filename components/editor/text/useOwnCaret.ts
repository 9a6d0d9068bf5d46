'use client';

import { type RefObject, useCallback, useEffect, useLayoutEffect } from 'react';
import type * as Y from 'yjs';
import { toTextPosition } from '@/lib/document/textPosition';
import { useEditor } from '../session/EditorContext';

/**
 * Tells the others where one types: on focus, with each move of the caret, and that it is over on blur.
 * Positions stand between characters, so they stay right while others type.
 */
export function useOwnCaret(
  area: RefObject<HTMLTextAreaElement | null>,
  text: Y.Text | null,
  key: string,
): { tell(): void; end(): void } {
  const { presence } = useEditor().session;

  const tell = useCallback(() => {
    const element = area.current;
    // While something is being composed the textarea is ahead of the text: its positions mean nothing to others.
    if (!element || !text || document.activeElement !== element || element.value !== text.toString()) return;
    const start = toTextPosition(text, element.selectionStart);
    const end = element.selectionEnd === element.selectionStart ? start : toTextPosition(text, element.selectionEnd);
    const backward = element.selectionDirection === 'backward';
    presence.publish({ editing: { key, anchor: backward ? end : start, head: backward ? start : end } });
  }, [area, text, key, presence]);

  const end = useCallback(() => presence.publish({ editing: null }), [presence]);

  useEffect(() => {
    document.addEventListener('selectionchange', tell);
    return () => document.removeEventListener('selectionchange', tell);
  }, [tell]);

  // Before the field is taken out of the page: afterwards it has lost the focus already.
  useLayoutEffect(() => {
    const element = area.current;
    return () => {
      // A field that goes away while one types in it gets no blur.
      if (element && document.activeElement === element) end();
    };
  }, [area, end]);

  return { tell, end };
}
