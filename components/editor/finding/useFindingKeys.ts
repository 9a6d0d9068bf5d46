import { useEffect } from 'react';
import type { Shortcut } from '../commands/command';
import { matchesShortcut } from '../commands/shortcut';

/** The keys of the search and of the command palette, for the whole page of the editor. */
export const findingKeys = {
  search: { key: 'f', mod: true },
  palette: { key: 'k', mod: true },
} as const satisfies Record<string, Shortcut>;

/**
 * Ctrl+F looks on the map: the browser's own search would see only what happens to be drawn. Ctrl+K opens all commands. Both work from
 * inside a text, and not while a dialog is open.
 */
export function useFindingKeys(actions: { openSearch: () => void; openPalette: () => void }): void {
  const { openSearch, openPalette } = actions;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const wanted = matchesShortcut(findingKeys.search, event)
        ? openSearch
        : matchesShortcut(findingKeys.palette, event)
          ? openPalette
          : null;
      if (!wanted || event.isComposing || document.querySelector('[role="dialog"][data-state="open"]')) return;
      event.preventDefault();
      event.stopPropagation();
      wanted();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [openSearch, openPalette]);
}
