import type * as Y from 'yjs';
import { recordsOf } from './schema';

/** Under which Yjs client each card was begun, by the card's id. A card keeps it wherever it is moved, and whoever writes on it. */
export function listCardClients(doc: Y.Doc): Map<string, number> {
  const clients = new Map<string, number>();
  for (const [id, item] of recordsOf(doc, 'cards')._map) {
    if (!item.deleted) clients.set(id, item.id.client);
  }
  return clients;
}
