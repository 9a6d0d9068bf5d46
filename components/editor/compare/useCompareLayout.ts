import { useEffect } from 'react';
import { useStore } from 'zustand';
import { phoneQuery, useMediaQuery } from '@/components/ui/useMediaQuery';
import { useEditor } from '../session/EditorContext';

/** Where a comparison stands on the page: on one map or two, and on a phone, which has room for one of them, the list or the map alone. */
export type CompareLayout = { isComparing: boolean; isBeside: boolean; isListAlone: boolean; isMapAlone: boolean };

/** How a comparison is laid out. What lies over the map, the ranking of a vote for one, brings the map along on a phone: over the list nobody would see it. */
export function useCompareLayout(): CompareLayout {
  const { compare, voting, lens } = useEditor();
  const isPhone = useMediaQuery(phoneQuery);
  const isComparing = useStore(compare, (state) => state.asked !== null);
  const onPhone = useStore(compare, (state) => state.onPhone);
  const mode = useStore(compare, (state) => state.mode);
  const isListAlone = isComparing && isPhone && onPhone === 'list';
  useEffect(() => {
    if (!isListAlone) return;
    // What is open over the map is gone with it, and comes when it is asked for again.
    lens.getState().close();
    voting.getState().show(null);
    const showMap = (): void => compare.getState().showOnPhone('map');
    const stops = [
      voting.subscribe(({ shownId }) => shownId !== null && showMap()),
      lens.subscribe(({ panel }) => panel !== null && showMap()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [isListAlone, compare, voting, lens]);
  return {
    isComparing,
    isBeside: isComparing && !isPhone && mode === 'beside',
    isListAlone,
    isMapAlone: isComparing && isPhone && onPhone === 'map',
  };
}
