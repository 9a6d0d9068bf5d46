import type * as Y from 'yjs';
import { maxPartsPerCard } from '@/lib/map/attachment';
import { foldTag, toTag } from '@/lib/map/cardTag';
import { findAlive, localOrigin, pairKey, recordsOf } from '../schema';

type Tagged = { ids: readonly string[]; tags: readonly string[] };

/** The tags of cards, as they are stored, by card. Looks at every tag of the map once, however many cards are asked for. */
function tagsOfCards(doc: Y.Doc, ids: ReadonlySet<string>): Map<string, string[]> {
  const found = new Map([...ids].map((id): [string, string[]] => [id, []]));
  for (const key of recordsOf(doc, 'cardTags').keys()) {
    const at = key.indexOf(':');
    found.get(key.slice(0, at))?.push(key.slice(at + 1));
  }
  return found;
}

/** How each of these tags is spelled on the map already, so that `rechnung` joins `Rechnung` instead of standing beside it. */
function spellingsOf(doc: Y.Doc, tags: readonly string[]): string[] {
  const wanted = tags.flatMap((words) => toTag(words) ?? []);
  const folded = new Set(wanted.map(foldTag));
  const known = new Map<string, string>();
  for (const key of [...recordsOf(doc, 'cardTags').keys()].sort()) {
    const tag = key.slice(key.indexOf(':') + 1);
    if (folded.has(foldTag(tag)) && !known.has(foldTag(tag))) known.set(foldTag(tag), tag);
  }
  const unique = new Map(wanted.map((tag) => [foldTag(tag), tag]));
  return [...unique].map(([key, tag]) => known.get(key) ?? tag);
}

function aliveIds(doc: Y.Doc, ids: readonly string[]): Set<string> {
  return new Set(ids.filter((id) => findAlive(doc, 'cards', id) !== null));
}

/** Gives cards tags beside those that they have. Cards that are gone are passed over; false when none is left, or no tag says anything. */
export function addCardTags(doc: Y.Doc, input: Tagged, origin: unknown = localOrigin): boolean {
  return doc.transact(() => {
    const ids = aliveIds(doc, input.ids);
    const tags = spellingsOf(doc, input.tags);
    if (ids.size === 0 || tags.length === 0) return false;
    for (const [id, has] of tagsOfCards(doc, ids)) addTags(doc, id, has, tags);
    return true;
  }, origin);
}

function addTags(doc: Y.Doc, id: string, has: readonly string[], tags: readonly string[]): void {
  const known = new Set(has.map(foldTag));
  const added = tags.filter((tag) => !known.has(foldTag(tag))).slice(0, Math.max(0, maxPartsPerCard - has.length));
  for (const tag of added) recordsOf(doc, 'cardTags').set(pairKey(id, tag), true);
}

/** Takes tags from cards, in whatever case they are written there. False when no card is left. */
export function removeCardTags(doc: Y.Doc, input: Tagged, origin: unknown = localOrigin): boolean {
  return doc.transact(() => {
    const ids = aliveIds(doc, input.ids);
    const folded = new Set(input.tags.flatMap((words) => toTag(words) ?? []).map(foldTag));
    for (const [id, has] of tagsOfCards(doc, ids)) {
      for (const tag of has) if (folded.has(foldTag(tag))) recordsOf(doc, 'cardTags').delete(pairKey(id, tag));
    }
    return ids.size > 0;
  }, origin);
}

/** Gives cards exactly these tags. What both have stays untouched, so that it merges with what others do meanwhile. False when no card is left. */
export function setCardTags(doc: Y.Doc, input: Tagged, origin: unknown = localOrigin): boolean {
  return doc.transact(() => {
    const ids = aliveIds(doc, input.ids);
    const tags = spellingsOf(doc, input.tags).slice(0, maxPartsPerCard);
    const folded = new Set(tags.map(foldTag));
    for (const [id, has] of tagsOfCards(doc, ids)) {
      for (const tag of has) if (!folded.has(foldTag(tag))) recordsOf(doc, 'cardTags').delete(pairKey(id, tag));
      addTags(
        doc,
        id,
        has.filter((tag) => folded.has(foldTag(tag))),
        tags,
      );
    }
    return ids.size > 0;
  }, origin);
}
