'use client';

import { useRef } from 'react';

/** What had the focus; for a line of a menu, which is gone by the time that it is asked for, the button that opened the menu. */
function focusedOpener(): HTMLElement | null {
  const active = document.activeElement;
  const menu = active?.closest('[role="menu"]');
  const opener = menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : active;
  return opener instanceof HTMLElement && opener !== document.body ? opener : null;
}

/**
 * Gives the focus back to where it came from when a dialog without a trigger of its own closes; left alone it would fall to the start of
 * the page. `remember` before the focus moves into the dialog, `giveBack` as its `onCloseAutoFocus`.
 */
export function useReturnFocus(): { remember: () => void; giveBack: (event: Event) => void } {
  const opener = useRef<HTMLElement | null>(null);
  return {
    remember: () => {
      opener.current = focusedOpener();
    },
    giveBack: (event) => {
      if (!opener.current?.isConnected) return;
      event.preventDefault();
      opener.current.focus();
    },
  };
}
