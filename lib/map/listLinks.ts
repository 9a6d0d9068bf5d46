import { type Evidence, type EvidenceLink, evidenceKey, type LinkTarget, maxLinksPerTarget } from './evidenceLink';
import type { JourneyMap } from './journeyMap';

const alive = (record: { deletedAt?: number | undefined }): boolean => record.deletedAt === undefined;
const idsOf = (records: readonly { id: string }[]): ReadonlySet<string> => new Set(records.map(({ id }) => id));

type Parts = Pick<JourneyMap, 'links' | 'steps' | 'cards' | 'transitions'>;

/**
 * The links of a map whose targets are on it. Two that say the same of the same (two people linked it at once, or the steps that they hung on were
 * merged) count as one. A moment's evidence stays while its step does, marked or not.
 */
export function listLinks(map: Parts): EvidenceLink[] {
  if (map.links.length === 0) return [];
  const steps = idsOf(map.steps.filter(alive));
  const cards = idsOf(map.cards.filter(alive));
  const runs = ({ from, to }: { from: string; to: string | null }): boolean => steps.has(from) && (to === null || steps.has(to));
  const transitions = idsOf(map.transitions.filter((transition) => alive(transition) && runs(transition)));
  const there = { step: steps, moment: steps, card: cards, transition: transitions };
  const known = new Set<string>();
  return map.links.filter((link) => {
    if (!alive(link) || !there[link.target.type].has(link.target.id)) return false;
    const key = linkKey(link);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/** What a link says, its target included, as a text. */
export function linkKey(link: Omit<EvidenceLink, 'id' | 'deletedAt'>): string {
  return `${targetKey(link.target)} ${evidenceKey(link)}`;
}

export const targetKey = ({ type, id }: LinkTarget): string => `${type} ${id}`;

/** Links by what they are about (`targetKey`). */
export function linksByTarget(links: readonly EvidenceLink[]): Map<string, EvidenceLink[]> {
  const found = new Map<string, EvidenceLink[]>();
  for (const link of links) {
    const key = targetKey(link.target);
    const known = found.get(key);
    if (known) known.push(link);
    else found.set(key, [link]);
  }
  return found;
}

/** What a copy takes along of the evidence of its original, by what that is about; undefined for nothing. */
export function evidenceOf(map: Parts): (target: LinkTarget) => Evidence[] | undefined {
  const links = linksByTarget(listLinks(map));
  return (target) =>
    links
      .get(targetKey(target))
      ?.slice(0, maxLinksPerTarget)
      .map(({ sourceId, filter, responseId, column }) => ({ sourceId, filter, responseId, column }));
}
