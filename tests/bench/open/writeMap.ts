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
    client.doc.transact(() => {
      for (const collection of collections) recordsOf(client.doc, collection).clear();
    });
    // Both contents have a title block, and either may win: so the title is written into the one that did.
    Y.applyUpdate(client.doc, createDocument(map));
    const title = metaOf(client.doc).get('title');
    if (title instanceof Y.Text && title.toString() !== map.meta.title) {
      client.doc.transact(() => {
        title.delete(0, title.length);
        title.insert(0, map.meta.title);
      });
    }
    while (client.confirmed < frames) await new Promise((tick) => setTimeout(tick, 10));
  } finally {
    client.destroy();
  }
}
