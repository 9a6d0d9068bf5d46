import type { EvidenceLink, LinkTarget } from './evidenceLink';
import type { JourneyMap } from './journeyMap';

/** With which step it is shown what customers said about something; null: with none. */
export type HomeOf = (target: LinkTarget) => string | null;

/**
 * The steps in whose columns those cards lie that something is linked to, by the cards' ids. Cards in the tray have none, nor those whose lane was
 * deleted, which are shown there.
 */
export function cardHomes(
  map: Pick<JourneyMap, 'cards' | 'lanes'>,
  links: readonly Pick<EvidenceLink, 'target'>[],
): Map<string, string> {
  const linked = new Set(links.flatMap(({ target }) => (target.type === 'card' ? [target.id] : [])));
  const homes = new Map<string, string>();
  if (linked.size === 0) return homes;
  const lanes = new Set(map.lanes.flatMap(({ id, deletedAt }) => (deletedAt === undefined ? [id] : [])));
  for (const { id, pos, deletedAt } of map.cards) {
    if (deletedAt === undefined && linked.has(id) && pos.stepId && lanes.has(pos.laneId)) homes.set(id, pos.stepId);
  }
  return homes;
}

/** What is linked to a step, its moment and its cards is shown with the step; what is linked to a way, nowhere. */
export const homeIn =
  (cards: ReadonlyMap<string, string>): HomeOf =>
  ({ type, id }) =>
    type === 'card' ? (cards.get(id) ?? null) : type === 'transition' ? null : id;
