import * as Y from 'yjs';
import { isAlive, pairKey, recordsOf } from '../schema';
import { copyLinks } from './evidenceLinks';
import { insertRecord } from './records';

const ownFields = new Set(['pos', 'revocable', 'live', 'deletedAt']);

/**
 * Gives copies of cards what their originals carry: tags, links, evidence, pictures and files, in the same order. `originals`: the original's id by the copy's
 * id. Looks at every such record once, however many cards are copied. Whoever copies cards calls it, inside of the same transaction.
 */
export function copyCardParts(doc: Y.Doc, originals: ReadonlyMap<string, string>): void {
  const copies = new Map<string, string[]>();
  for (const [copy, original] of originals) copies.set(original, [...(copies.get(original) ?? []), copy]);
  if (copies.size === 0) return;
  const tags = recordsOf(doc, 'cardTags');
  for (const key of [...tags.keys()]) {
    const at = key.indexOf(':');
    for (const copy of copies.get(key.slice(0, at)) ?? []) tags.set(pairKey(copy, key.slice(at + 1)), true);
  }
  for (const collection of ['attachments', 'cardLinks'] as const) {
    // In the order of their ids, so that the same document gives the same copies.
    for (const [, record] of [...recordsOf(doc, collection)].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (!(record instanceof Y.Map) || !isAlive(record)) continue;
      const pos: unknown = record.get('pos');
      if (typeof pos !== 'object' || pos === null || !('cardId' in pos) || typeof pos.cardId !== 'string') continue;
      const fields = Object.fromEntries([...record.entries()].filter(([field]) => !ownFields.has(field)));
      for (const cardId of copies.get(pos.cardId) ?? []) insertRecord(doc, collection, { ...fields, pos: { ...pos, cardId } });
    }
  }
  copyLinks(doc, 'card', originals);
}
