import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { loadDocument } from '@/lib/data/documentLog';
import { addScene } from '@/tests/builders/roomServer';
import { useRooms } from './setUp';

/** More steps than lie between the end of a room's last work and its leaving memory. */
const moments = 60;

describe('a room that leaves', () => {
  /** Holds the last work of a room that leaves, and gives what lets it go on. */
  let onLastWork: ((goOn: () => void) => void) | null = null;
  const rooms = useRooms({
    // Only leaving brings the list of maps up to date.
    limits: { evictAfterMs: 1, upkeepMs: 60_000 },
    wrap: (storage) => ({
      ...storage,
      async project(...args) {
        const changed = await storage.project(...args);
        const tell = onLastWork;
        onLastWork = null;
        if (tell) await new Promise<void>((resolve) => tell(resolve));
        return changed;
      },
    }),
  });

  test(`C7, C8: whoever comes at any of ${moments} moments around it is let in by the room or by the next, never by one that has gone`, async () => {
    const { mapId } = await addScene(rooms.server);
    const { liveMaps } = rooms.server.rooms;
    const write = (key: string) => liveMaps.write(mapId, 'system', (doc) => doc.getMap('test').set(key, true));
    for (let moment = 0; moment < moments; moment++) {
      const lastWork = new Promise<() => void>((resolve) => {
        onLastWork = resolve;
      });
      await write(`before ${moment}`);
      const goOn = await lastWork;
      goOn();
      for (let step = 0; step < moment; step++) await null;
      await write(`around ${moment}`);
      const stored = await loadDocument(rooms.server.database.db, mapId);
      const doc = new Y.Doc();
      if (stored?.snapshot) Y.applyUpdate(doc, stored.snapshot);
      for (const update of stored?.updates ?? []) Y.applyUpdate(doc, update);
      expect(doc.getMap('test').has(`around ${moment}`), `moment ${moment}`).toBe(true);
      await rooms.emptied();
    }
  });
});
