import { findActorNames } from '@/lib/data/actorNames';
import type { Database } from '@/lib/data/database';
import { listAuthors } from '@/lib/data/documents';

/** Somebody who wrote on a map, and the Yjs clients that they wrote under. */
export type MapAuthor = { id: string; name: string; clients: number[] };

/** Who wrote on a map, by what they are called now; those who have no name any more are left out. */
export async function readAuthors(db: Database, mapId: string): Promise<MapAuthor[]> {
  const clients = await listAuthors(db, mapId);
  const names = await findActorNames(db, new Set(clients.values()));
  const people = new Map<string, MapAuthor>();
  for (const [client, id] of clients) {
    const name = names.get(id);
    if (name === undefined) continue;
    const person = people.get(id);
    if (person) person.clients.push(client);
    else people.set(id, { id, name, clients: [client] });
  }
  return [...people.values()];
}
