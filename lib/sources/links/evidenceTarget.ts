import { cardHomes } from '@/lib/map/cardHomes';
import type { EvidenceLink } from '@/lib/map/evidenceLink';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { listLinks } from '@/lib/map/listLinks';

/** Whose evidence is asked for: of something on the map, of one link, or of all links to single answers. */
export type AskedTarget = { type: 'step' | 'card' | 'transition' | 'moment' | 'link'; id: string } | { type: 'answers' };

/** Reads `step:…`, `card:…`, `transition:…`, `moment:…`, `link:…` or `answers`. */
export function readTarget(text: string): AskedTarget {
  const [type = '', id = ''] = text.split(':');
  const known = (['step', 'card', 'transition', 'moment', 'link'] as const).find((each) => each === type);
  return known ? { type: known, id } : { type: 'answers' };
}

/**
 * The links that are meant. `withCards`: for a step also those of its cards and its moment, whose quotes are shown with it. What is not on
 * the map (any more) has none.
 */
export function linksOf(map: JourneyMap, asked: AskedTarget, { withCards = false } = {}): EvidenceLink[] {
  const links = listLinks(map);
  if (asked.type === 'answers') return links.filter(({ responseId }) => responseId !== undefined);
  if (asked.type === 'link') return links.filter(({ id }) => id === asked.id);
  const homes = cardHomes(map, withCards && asked.type === 'step' ? links : []);
  return links.filter(({ target: { type, id } }) =>
    asked.type === 'step' && withCards
      ? ((type === 'step' || type === 'moment') && id === asked.id) || (type === 'card' && homes.get(id) === asked.id)
      : type === asked.type && id === asked.id,
  );
}
