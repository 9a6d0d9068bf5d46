import { type EvidenceLink, type LinkTarget, maxLinksPerTarget } from '../evidenceLink';
import type { JourneyMap } from '../journeyMap';
import { linkKey, linksByTarget, listLinks, targetKey } from '../listLinks';

/** Collections whose deleted records can be brought back one by one. */
export const restorableCollections = [
  'stages',
  'steps',
  'lanes',
  'cards',
  'attachments',
  'cardLinks',
  'touchpoints',
  'transitions',
  'personas',
  'departments',
  'reasons',
  'links',
] as const satisfies readonly (keyof JourneyMap)[];
export type RestorableCollection = (typeof restorableCollections)[number];

/**
 * Something that was deleted from a map. `text`: its title or words, empty when it had none; of a link to evidence, of what it was about. `deletedAt`: milliseconds
 * since 1970.
 */
export type DeletedRecord = {
  collection: RestorableCollection;
  id: string;
  text: string;
  deletedAt: number;
  /** What comes into sight again with it: cards and touchpoints of a step, pictures, files, tags and links of a card … */
  brings: number;
};

/**
 * What was deleted from a map and can be brought back, newest first. Left out: what never stood on the map for good (its making was undone, or it
 * was left empty).
 */
export function listDeletedRecords(map: JourneyMap): DeletedRecord[] {
  const found: DeletedRecord[] = [];
  const add = (
    collection: RestorableCollection,
    record: { id: string; deletedAt?: number | undefined; mergedInto?: string | undefined },
    text: string,
    brings = 0,
  ): void => {
    const { id, deletedAt, mergedInto } = record;
    // What was merged into something else stands there.
    if (mergedInto !== undefined || deletedAt === undefined || deletedAt === 0 || (text.trim() === '' && brings === 0)) return;
    found.push({ collection, id, text: text.trim(), deletedAt, brings });
  };
  const said = countBy(map.links.filter(isAlive), ({ target }) => targetKey(target));
  const saidOf = (type: LinkTarget['type'], id: string): number => said.get(targetKey({ type, id })) ?? 0;
  const inStep = countBy([...map.cards, ...map.touchpoints].filter(isAlive), ({ pos }) => pos.stepId);
  const inLane = countBy(map.cards.filter(isAlive), ({ pos }) => pos.laneId);
  const inStage = countBy(map.steps.filter(isAlive), ({ pos }) => pos.stageId);
  for (const stage of map.stages) add('stages', stage, stage.title, inStage.get(stage.id));
  for (const step of map.steps) add('steps', step, step.title, (inStep.get(step.id) ?? 0) + saidOf('step', step.id));
  for (const lane of map.lanes) add('lanes', lane, lane.title === '' ? lane.kind : lane.title, inLane.get(lane.id));
  const onCard = countBy([...map.attachments, ...map.cardLinks].filter(isAlive), ({ pos }) => pos.cardId);
  const tagged = countBy(map.cardTags, ({ cardId }) => cardId);
  for (const card of map.cards) {
    const parts = (onCard.get(card.id) ?? 0) + (tagged.get(card.id) ?? 0);
    add('cards', card, card.text, parts + saidOf('card', card.id));
  }
  for (const attachment of map.attachments) add('attachments', attachment, attachment.name);
  for (const link of map.cardLinks) add('cardLinks', link, link.label === '' ? link.address : link.label);
  for (const touchpoint of map.touchpoints)
    add('touchpoints', touchpoint, touchpoint.name === '' ? touchpoint.channel : touchpoint.name);
  for (const transition of map.transitions)
    add(
      'transitions',
      transition,
      transition.label === '' ? transition.kind : transition.label,
      saidOf('transition', transition.id),
    );
  for (const persona of map.personas) add('personas', persona, persona.name);
  for (const department of map.departments) add('departments', department, department.name);
  for (const reason of map.reasons) add('reasons', reason, reason.text, reason.answers.length);
  for (const { id, target, deletedAt } of listDeletedLinks(map)) {
    found.push({ collection: 'links', id, text: wordsOfTarget(map, target), deletedAt: deletedAt ?? 0, brings: 0 });
  }
  return found.sort((a, b) => b.deletedAt - a.deletedAt || (a.id < b.id ? -1 : 1));
}

const isAlive = ({ deletedAt }: { deletedAt?: number | undefined }): boolean => deletedAt === undefined;

function countBy<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

/**
 * Links to evidence that were taken off something that is still there, each once, however often it was made and taken off. What hangs on something
 * deleted comes back with that.
 */
function listDeletedLinks(map: JourneyMap): EvidenceLink[] {
  const there = listLinks(map);
  const known = new Set(there.map(linkKey));
  const byTarget = linksByTarget(there);
  const deleted = map.links.filter(({ deletedAt }) => deletedAt !== undefined && deletedAt > 0);
  // As if none of them were deleted: those are left whose targets are on the map.
  const shown = new Set(listLinks({ ...map, links: deleted.map(({ deletedAt: _, ...link }) => link) }).map(({ id }) => id));
  const latest = new Map<string, EvidenceLink>();
  for (const link of deleted) {
    const before = latest.get(linkKey(link));
    if (!before || (before.deletedAt ?? 0) < (link.deletedAt ?? 0)) latest.set(linkKey(link), link);
  }
  const keys = new Set(deleted.filter(({ id }) => shown.has(id)).map(linkKey));
  return [...latest].flatMap(([key, link]) => {
    const isFull = (byTarget.get(targetKey(link.target))?.length ?? 0) >= maxLinksPerTarget;
    return keys.has(key) && !known.has(key) && !isFull ? [link] : [];
  });
}

function wordsOfTarget(map: JourneyMap, { type, id }: LinkTarget): string {
  const is = (record: { id: string }): boolean => record.id === id;
  if (type === 'card') return map.cards.find(is)?.text.trim() ?? '';
  if (type === 'transition') return map.transitions.find(is)?.label.trim() ?? '';
  return map.steps.find(is)?.title.trim() ?? '';
}
