'use client';

import { useEffect } from 'react';
import type { Shortcut } from '../commands/command';
import { matchesShortcut } from '../commands/shortcut';
import { useEditor } from '../session/EditorContext';

/** The key of the workshop's panel. By the key's place: with Alt, many keyboards give another letter. */
export const workshopKey = { key: 'a', code: 'KeyA', mod: true, alt: true } as const satisfies Shortcut;

/** By which the panel is found on the page. */
export const panelMark = 'data-workshop-panel';

/** The key of the panel works wherever one is on the page, also while one types into a card: its text stays open. */
export function useWorkshopKeys(): void {
  const { workshop } = useEditor();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // Right Alt is Ctrl and Alt on many keyboards, and makes a letter.
      if (event.defaultPrevented || event.isComposing || event.getModifierState('AltGraph')) return;
      if (!matchesShortcut(workshopKey, event)) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]')) return;
      event.preventDefault();
      const { isOpen, setOpen } = workshop.getState();
      const panel = document.querySelector<HTMLElement>(`[${panelMark}]`);
      // Beside the map, but somebody works on the map: then they go on in it.
      if (panel && !panel.contains(document.activeElement)) panel.querySelector<HTMLElement>('h2')?.focus();
      else setOpen(!isOpen);
    };
    // On its way down: texts and panels keep keys to themselves on their way up.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [workshop]);
}
