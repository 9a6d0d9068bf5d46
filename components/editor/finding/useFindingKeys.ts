import { useEffect } from 'react';
import type { Shortcut } from '../commands/command';
import { matchesShortcut } from '../commands/shortcut';

/** The keys of the search, the filter, the command palette and the presentation, for the whole page of the editor. */
export const findingKeys = {
  search: { key: 'f', mod: true },
  filter: { key: 'f', mod: true, shift: true },
  palette: { key: 'k', mod: true },
  present: { key: 'Enter', mod: true, alt: true },
  saveVersion: { key: 's', mod: true },
} as const satisfies Record<string, Shortcut>;

/**
 * Ctrl+F looks on the map: the browser's own search would see only what happens to be drawn. Ctrl+Shift+F filters, Ctrl+K opens all commands,
 * Ctrl+Alt+Enter presents, Ctrl+S keeps a version: saved is everything anyway. They work from inside a text, and not while a dialog is open.
 */
export function useFindingKeys(actions: {
  openSearch: () => void;
  openPalette: () => void;
  toggleFilter: () => void;
  present: () => void;
  /** Null for whoever may not: the browser’s own saving would make a page of it that is no map. */
  saveVersion: (() => void) | null;
}): void {
  const { openSearch, openPalette, toggleFilter, present, saveVersion } = actions;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const wanted = matchesShortcut(findingKeys.search, event)
        ? openSearch
        : matchesShortcut(findingKeys.filter, event)
          ? toggleFilter
          : matchesShortcut(findingKeys.palette, event)
            ? openPalette
            : matchesShortcut(findingKeys.present, event)
              ? present
              : matchesShortcut(findingKeys.saveVersion, event)
                ? saveVersion
                : null;
      if (!wanted || event.isComposing || document.querySelector('[role="dialog"][data-state="open"]')) return;
      event.preventDefault();
      event.stopPropagation();
      wanted();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [openSearch, openPalette, toggleFilter, present, saveVersion]);
}
