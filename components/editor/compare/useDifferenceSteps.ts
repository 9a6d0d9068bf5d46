import { useCallback, useEffect } from 'react';
import type { ComparedEntry } from '@/lib/map/compare/comparedEntry';
import { matchesShortcut } from '../commands/shortcut';
import { useEditor } from '../session/EditorContext';
import { listShown } from './compareStore';

/** The keys that lead from difference to difference, as in programs that compare texts. */
export const differenceKeys = { next: { key: 'F7' }, previous: { key: 'F7', shift: true } } as const;

/** Leads to a difference on the map. */
export function useGoToDifference(): (entry: ComparedEntry) => void {
  const { compare, selection, navigation } = useEditor();
  return useCallback(
    (entry) => {
      compare.getState().goTo(entry.key);
      if (!entry.place) {
        selection.getState().clear();
        return;
      }
      selection.getState().select(entry.place);
      navigation.goTo(entry.place);
    },
    [compare, selection, navigation],
  );
}

/** Goes through the differences that are shown, by button or key, from the end to the beginning again. */
export function useDifferenceSteps(): (direction: 1 | -1) => void {
  const { compare } = useEditor();
  const go = useGoToDifference();
  const step = useCallback(
    (direction: 1 | -1) => {
      const entries = listShown(compare.getState());
      const { at } = compare.getState();
      const now = entries.findIndex(({ key }) => key === at);
      const next = now < 0 ? (direction > 0 ? 0 : entries.length - 1) : (now + direction + entries.length) % entries.length;
      const entry = entries[next];
      if (entry) go(entry);
    },
    [compare, go],
  );
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const direction = matchesShortcut(differenceKeys.next, event)
        ? 1
        : matchesShortcut(differenceKeys.previous, event)
          ? -1
          : null;
      if (direction === null || document.querySelector('[role="dialog"][data-state="open"]')) return;
      event.preventDefault();
      event.stopPropagation();
      step(direction);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [step]);
  return step;
}
