import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type MapMatch, searchMap } from '@/lib/map/search/searchMap';
import { useArrangedMap } from '../session/EditorContext';

export type MapSearch = {
  matches: readonly MapMatch[];
  /** Place of the one that is shown among the matches; −1 before one is. */
  at: number;
  /** The match `by` places further, round and round; null when there is none. It is the one that is shown from now on. */
  step(by: 1 | -1): MapMatch | null;
  /** Makes a match the one that is shown. */
  show(match: MapMatch): void;
};

/** What of the map, as it is now, holds the words of a query. What others write meanwhile comes and goes; the one that is shown stays it. */
export function useMapSearch(query: string): MapSearch {
  const kinds = useTranslations('canvas.laneKind');
  const map = useArrangedMap();
  const wanted = useDeferredValue(query);
  const [shown, setShown] = useState<string | null>(null);
  const matches = useMemo(
    () => searchMap(map, wanted, { laneTitle: (lane) => (lane.title.trim() === '' ? kinds(lane.kind) : lane.title) }),
    [map, wanted, kinds],
  );
  const at = useMemo(() => matches.findIndex((match) => match.key === shown), [matches, shown]);
  const show = (match: MapMatch): void => setShown(match.key);
  return {
    matches,
    at,
    show,
    step(by) {
      const start = at < 0 && by < 0 ? 0 : at;
      const next = matches[(start + by + matches.length) % Math.max(1, matches.length)] ?? null;
      if (next) show(next);
      return next;
    },
  };
}
