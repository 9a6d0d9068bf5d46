import { useCallback, useState } from 'react';

/** The canvas; a table for keyboard and screen reader; a list for phones. */
export const mapViews = ['map', 'table', 'list'] as const;
export type MapView = (typeof mapViews)[number];

const parameter = 'view';
/** Below this width the list is what one thumb can use. */
const narrow = '(max-width: 639px)';

function readView(): MapView {
  const wanted = new URLSearchParams(window.location.search).get(parameter);
  return mapViews.find((view) => view === wanted) ?? (window.matchMedia(narrow).matches ? 'list' : 'map');
}

/** How the map is shown. The address tells what was chosen, so that a reload and a sent link show the same. */
export function useMapView(): { view: MapView; setView: (view: MapView) => void } {
  const [view, setView] = useState<MapView>(readView);
  const change = useCallback((next: MapView): void => {
    setView(next);
    const address = new URL(window.location.href);
    address.searchParams.set(parameter, next);
    window.history.replaceState(window.history.state, '', address);
  }, []);
  return { view, setView: change };
}
