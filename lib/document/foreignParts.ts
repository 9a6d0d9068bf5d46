import * as Y from 'yjs';
import { isAlive, recordsOf } from './schema';

/** Whether somebody else has hung something on a card that is still there: a picture, a file, a link, a tag. */
export function hasForeignParts(doc: Y.Doc, cardId: string, clientId: number): boolean {
  const isForeign = (item: Y.Item | undefined): boolean => item !== undefined && !item.deleted && item.id.client !== clientId;
  for (const [key, item] of recordsOf(doc, 'cardTags')._map) {
    if (isForeign(item) && key.startsWith(`${cardId}:`)) return true;
  }
  for (const collection of ['attachments', 'cardLinks'] as const) {
    const records = recordsOf(doc, collection);
    for (const [key, item] of records._map) {
      const record = isForeign(item) ? records.get(key) : undefined;
      if (!(record instanceof Y.Map) || !isAlive(record)) continue;
      const pos: unknown = record.get('pos');
      if (typeof pos === 'object' && pos !== null && 'cardId' in pos && pos.cardId === cardId) return true;
    }
  }
  return false;
}
