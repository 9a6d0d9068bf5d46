import * as Y from 'yjs';
import { isSameValue } from '@/lib/map/sameValue';
import { isAlive, recordsOf } from './schema';

/** Whether somebody else has hung something on a card that is still there: a picture, a file, a link, a tag, evidence, a reason why it is there. */
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
  const links = recordsOf(doc, 'links');
  for (const [key, item] of links._map) {
    const record = isForeign(item) ? links.get(key) : undefined;
    if (!(record instanceof Y.Map) || !isAlive(record)) continue;
    const target: unknown = record.get('target');
    if (typeof target === 'object' && target !== null && 'id' in target && target.id === cardId) return true;
  }
  const reasons = recordsOf(doc, 'reasons');
  for (const [key, item] of reasons._map) {
    const record = isForeign(item) ? reasons.get(key) : undefined;
    if (!(record instanceof Y.Map) || !isAlive(record)) continue;
    if (isSameValue(record.get('about'), { collection: 'cards', id: cardId })) return true;
  }
  return false;
}
