import { useCallback, useState } from 'react';

export type MapView = 'map' | 'table';

const parameter = 'view';

/** How the map is shown. The address tells, so that a reload and a sent link show the same. */
export function useMapView(): { view: MapView; setView: (view: MapView) => void } {
  const [view, setView] = useState<MapView>(() =>
    new URLSearchParams(window.location.search).get(parameter) === 'table' ? 'table' : 'map',
  );
  const change = useCallback((next: MapView): void => {
    setView(next);
    const address = new URL(window.location.href);
    if (next === 'table') address.searchParams.set(parameter, next);
    else address.searchParams.delete(parameter);
    window.history.replaceState(window.history.state, '', address);
  }, []);
  return { view, setView: change };
}
