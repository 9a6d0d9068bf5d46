import * as Y from 'yjs';
import { createDocument } from '@/lib/document/createDocument';
import { collections, metaOf, recordsOf } from '@/lib/document/schema';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { claims, SyncClient } from '../../builders/syncClient';

/**
 * Gives a map on a running server another content, over the socket that editors use: an ordinary client takes out what the map
 * was made with and sends the new content. Resolves when the server has confirmed that all of it is on disk.
 */
export async function writeMap(port: number, cookie: string, mapId: string, map: JourneyMap): Promise<void> {
  const client = new SyncClient(port, { mapId, cookie, params: { ...claims, confirm: '1' } });
  try {
    await new Promise<void>((resolve) => client.provider.once('sync', () => resolve()));
    // The answer to the server's first question is counted, too.
    let frames = 1;
    client.doc.on('update', (_update, origin) => {
      if (origin !== client.provider) frames++;
    });
    const source = new Y.Doc();
    Y.applyUpdate(source, createDocument(map));
    // Written by this client, which knows what was there: an update of its own making would be concurrent with that, and where both have
    // the same id either might win.
    client.doc.transact(() => {
      copyInto(metaOf(client.doc), metaOf(source));
      for (const collection of collections) {
        const records = recordsOf(client.doc, collection);
        records.clear();
        copyInto(records, recordsOf(source, collection));
      }
    });
    while (client.confirmed < frames) await new Promise((tick) => setTimeout(tick, 10));
  } finally {
    client.destroy();
  }
}

function copyInto(target: Y.Map<unknown>, source: Y.Map<unknown>): void {
  for (const [key, value] of source) target.set(key, value instanceof Y.AbstractType ? value.clone() : value);
}
