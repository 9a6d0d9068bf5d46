'use client';

import { useEffect } from 'react';
import { useEditor } from '../session/EditorContext';

/** Where what is pressed often goes with what it did: another button is there then, or another part of the page. */
const places = '[data-workshop-panel], [data-workshop-bar], [data-voting-bar], [data-ranking]';
/** Dialogs give the focus back in a timer of their own: looked at after that (milliseconds). */
const afterDialogs = 50;

/**
 * Keeps the keyboard where it was when the button that had it is gone: in its part of the panel or bar, else in the panel, else at the map. Left
 * alone it would fall to the start of the page, also for those at whose page others did it: a timer that ends, a leader who stops a vote.
 */
export function useKeptFocus(): void {
  const { navigation } = useEditor();
  useEffect(() => {
    let last: HTMLElement | null = null;
    /** What it stood in, from the inside outwards. */
    let around: HTMLElement[] = [];
    let handle: ReturnType<typeof setTimeout> | undefined;

    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return;
      const place = target.closest<HTMLElement>(places);
      // A dialog that was opened from there gives the focus back.
      if (!place && target.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]')) return;
      last = place && target;
      around = [];
      for (
        let at = place && target.closest<HTMLElement>('section, aside');
        at;
        at = at.parentElement?.closest('section, aside') ?? null
      ) {
        around.push(at);
      }
    };
    const look = (): void => {
      if (!last || last.isConnected || document.activeElement !== document.body) return;
      const next = around.find((element) => element.isConnected);
      last = null;
      if (!next) {
        navigation.focus();
        return;
      }
      const target = next.querySelector<HTMLElement>(':scope > header h2[tabindex]') ?? next;
      if (target === next) next.tabIndex = -1;
      target.focus({ preventScroll: true });
    };
    const watcher = new MutationObserver(() => {
      if (!last || last.isConnected) return;
      clearTimeout(handle);
      handle = setTimeout(look, afterDialogs);
    });
    document.addEventListener('focusin', onFocus);
    watcher.observe(document.body, { childList: true, subtree: true });
    return () => {
      clearTimeout(handle);
      document.removeEventListener('focusin', onFocus);
      watcher.disconnect();
    };
  }, [navigation]);
}
