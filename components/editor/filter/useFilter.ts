import { useMemo } from 'react';
import { useStore } from 'zustand';
import { hasAlikeCards } from '@/lib/map/alikeCards';
import type { ArrangedMap } from '@/lib/map/arrange';
import type { Card } from '@/lib/map/card';
import { withoutGoneDepartments } from '@/lib/map/filter/filterChoices';
import { isNoFilter, type MapFilter } from '@/lib/map/filter/mapFilter';
import { type FilterMatch, matchFilter } from '@/lib/map/filter/matchFilter';
import { useArrangedPart, useEditor } from '../session/EditorContext';
import { useCardAuthors } from './useCardAuthors';

/** What this person filters by, as far as it is on the map now, and what it finds; `match` is null while nothing is asked for. */
export type FilterView = { filter: MapFilter; match: FilterMatch | null };

type Known = { map: ArrangedMap; filter: MapFilter; authors: ReadonlyMap<string, string>; match: FilterMatch };
let known: Known | null = null;

const isAlike = (a: Card, b: Card): boolean => a.kind === b.kind && a.evidenceLevel === b.evidenceLevel;

const findsTheSame = (before: ArrangedMap, map: ArrangedMap): boolean =>
  before === map ||
  (before.cardParts === map.cardParts && before.transitions === map.transitions && hasAlikeCards(before, map, isAlike));

/** Found once for all who ask; the very same as before when only words were written, so that nothing fades anew with each letter. */
function matchOnce(map: ArrangedMap, filter: MapFilter, authors: ReadonlyMap<string, string>): FilterMatch {
  const isKnown = known?.filter === filter && known.authors === authors && findsTheSame(known.map, map);
  const match = isKnown && known ? known.match : matchFilter(map, filter, authors);
  known = { map, filter, authors, match };
  return match;
}

/** The filter in use; renders again when it finds something else. */
export function useFilter(): FilterView {
  const { lens } = useEditor();
  const chosen = useStore(lens, (state) => state.filter);
  // Whoever filters by nothing need not hear of changes.
  const map = useArrangedPart((arranged) => (isNoFilter(chosen) ? null : arranged));
  const authors = useCardAuthors(chosen.people.length > 0);
  return useMemo(() => {
    if (map === null) return { filter: chosen, match: null };
    const filter = withoutGoneDepartments(chosen, map);
    return { filter, match: isNoFilter(filter) ? null : matchOnce(map, filter, authors) };
  }, [map, chosen, authors]);
}
