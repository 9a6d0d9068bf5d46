import { useEffect } from 'react';
import { lookHere } from '../commands/lookHere';
import { matchesShortcut } from '../commands/shortcut';
import { useEditor } from '../session/EditorContext';
import type { MapView } from '../shell/useMapView';

/** The key of “look here” where there is no canvas that has its keys. */
export function useLookKey(view: MapView): void {
  const { navigation } = useEditor();
  useEffect(() => {
    if (view === 'map') return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || !lookHere.shortcuts.some((key) => matchesShortcut(key, event))) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]')) return;
      event.preventDefault();
      navigation.commands.run('lookHere');
    };
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [view, navigation]);
}
