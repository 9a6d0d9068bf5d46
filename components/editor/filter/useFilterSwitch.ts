import { useCallback } from 'react';
import { useStore } from 'zustand';
import { isNoFilter, noFilter } from '@/lib/map/filter/mapFilter';
import { useEditor } from '../session/EditorContext';

/** Opens and closes the filter's panel, and takes the filter off; null while none is on. */
export function useFilterSwitch(): { toggleFilter: () => void; takeOffFilter: (() => void) | null } {
  const { lens, navigation } = useEditor();
  const isOn = useStore(lens, (state) => !isNoFilter(state.filter));
  const toggleFilter = useCallback((): void => {
    const { panel, open, close } = lens.getState();
    if (panel === 'filter') {
      close();
      navigation.focus();
    } else open('filter');
  }, [lens, navigation]);
  const takeOffFilter = useCallback((): void => lens.getState().setFilter(noFilter), [lens]);
  return { toggleFilter, takeOffFilter: isOn ? takeOffFilter : null };
}
