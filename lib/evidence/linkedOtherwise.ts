import { type EvidenceLink, evidenceKey } from '@/lib/map/evidenceLink';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { listLinks } from '@/lib/map/listLinks';

/** What is linked to each step, as a text: the same whatever the order. */
function saidOfSteps(links: readonly EvidenceLink[]): Map<string, string> {
  const keys = new Map<string, string[]>();
  for (const link of links) {
    if (link.target.type === 'step') keys.set(link.target.id, [...(keys.get(link.target.id) ?? []), evidenceKey(link)]);
  }
  return new Map([...keys].map(([id, said]) => [id, JSON.stringify(said.sort())]));
}

/**
 * The steps to which other evidence is linked in the one state than in the other: what lies between their scores may come from that, and not from what
 * customers felt. Both states have the ids by which they are compared.
 */
export function stepsLinkedOtherwise(before: JourneyMap, after: JourneyMap): ReadonlySet<string> {
  const [was, is] = [before, after].map((map) => saidOfSteps(listLinks(map))) as [Map<string, string>, Map<string, string>];
  return new Set([...was.keys(), ...is.keys()].filter((id) => was.get(id) !== is.get(id)));
}
