'use client';

import { type RefObject, useEffect, useRef } from 'react';
import type * as Y from 'yjs';
import { createTextBinding, type TextBinding } from '@/lib/document/textBinding';

/** Ties the textarea to the shared text while both are there. `onShow` hears each value that the textarea shows. */
export function useTextBinding(
  area: RefObject<HTMLTextAreaElement | null>,
  text: Y.Text | null,
  onShow: (value: string) => void,
): RefObject<TextBinding | null> {
  const binding = useRef<TextBinding | null>(null);
  const show = useRef(onShow);
  show.current = onShow;

  useEffect(() => {
    const element = area.current;
    if (!element || !text) return;
    const made = createTextBinding(text, {
      read: () => ({ value: element.value, start: element.selectionStart, end: element.selectionEnd }),
      write(value, { start, end }) {
        if (element.value !== value) element.value = value;
        // Elsewhere the selection would pull the focus, or the page, here.
        if (document.activeElement === element) element.setSelectionRange(start, end);
        show.current(value);
      },
    });
    binding.current = made;
    show.current(element.value);
    return () => {
      binding.current = null;
      made.destroy();
    };
  }, [area, text]);

  return binding;
}
