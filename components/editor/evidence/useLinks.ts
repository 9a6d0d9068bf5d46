'use client';

import type { EvidenceLink } from '@/lib/map/evidenceLink';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { listLinks } from '@/lib/map/listLinks';
import { useMapPart } from '../session/EditorContext';

const known = new WeakMap<JourneyMap['links'], { map: JourneyMap; links: readonly EvidenceLink[] }>();

/** The links that are on the map; made once as long as neither they nor what they hang on changed. */
function linksOf(map: JourneyMap): readonly EvidenceLink[] {
  const before = known.get(map.links);
  const isSame =
    before && before.map.steps === map.steps && before.map.cards === map.cards && before.map.transitions === map.transitions;
  if (isSame) return before.links;
  const links = listLinks(map);
  const kept = before && links.length === before.links.length && links.every((link, at) => link === before.links[at]);
  const made = { map, links: kept ? before.links : links };
  known.set(map.links, made);
  return made.links;
}

/** The links that are on the map; the same array as long as they are. */
export const useAllLinks = (): readonly EvidenceLink[] => useMapPart(linksOf);

/** Something about the links on the map, a number, a string or a truth: renders again only when that changes. */
export function useLinks<Part>(read: (links: readonly EvidenceLink[]) => Part): Part {
  return useMapPart((map) => read(linksOf(map)));
}
