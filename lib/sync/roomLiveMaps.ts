import { readTaken } from '@/lib/document/future/takenNotes';
import { readMap } from '@/lib/document/readMap';
import { AppError } from '@/lib/errors';
import type { DocumentSchema } from './documentSchema';
import type { SyncLimits } from './limits';
import type { LiveMaps } from './liveMaps';
import { DocumentTooLarge, RoomDocument } from './roomDocument';
import { passOn } from './roomFrames';
import type { RoomRegistry } from './roomRegistry';
import type { SyncStorage } from './storage';

function read(document: RoomDocument): Awaited<ReturnType<LiveMaps['read']>> {
  return {
    ...readMap(document.doc),
    taken: readTaken(document.doc),
    seq: document.seq,
    // Made when it is asked for: of a large map it takes its time, and hardly anybody asks.
    get state() {
      return document.state();
    },
  };
}

/** Reading and writing maps from elsewhere in the product. A map that nobody has open is read without making a room for it. */
export function createLiveMaps(
  registry: RoomRegistry,
  { storage, limits, schema }: { storage: SyncStorage; limits: SyncLimits; schema: DocumentSchema },
): LiveMaps {
  return {
    async read(mapId) {
      if (registry.find(mapId)) return registry.use(mapId, ({ document }) => read(document));
      const stored = await storage.load(mapId);
      if (!stored) throw new AppError('notFound', 'There is no such map.');
      // An older document is brought to today's form where it is saved, too: in a room.
      if (stored.schemaVersion !== schema.version) return registry.use(mapId, (open) => read(open.document));
      const document = new RoomDocument(stored, limits);
      try {
        return read(document);
      } finally {
        document.destroy();
      }
    },
    async readUpdates(mapId) {
      const stored = registry.find(mapId) ? null : await storage.load(mapId);
      if (stored?.schemaVersion !== schema.version) {
        return registry.use(mapId, ({ document }) => ({
          updates: [document.state()],
          epoch: document.epoch,
          seq: document.seq,
        }));
      }
      const { snapshot, updates, epoch, seq } = stored;
      return { updates: snapshot ? [snapshot, ...updates] : updates, epoch, seq };
    },
    write: (mapId, actorId, change, { restoreId } = {}) =>
      registry.use(mapId, async (open) => {
        const { document, saves, upkeep } = open;
        upkeep.beforeChange(actorId);
        try {
          passOn(open, document.change(change), {
            actorId,
            clients: [],
            from: null,
            ...(restoreId !== undefined && { restoreId }),
          });
        } catch (cause) {
          if (!(cause instanceof DocumentTooLarge)) throw cause;
          throw new AppError('tooLarge', 'The map would be too large.', { messageKey: 'mapTooLarge', cause });
        }
        await saves.settled();
        if (saves.isGone) throw new AppError('notFound', 'The map was deleted.');
        const { seq } = document;
        await upkeep.list();
        return { seq };
      }),
    connectionCount: (mapId) => registry.find(mapId)?.connections.size ?? 0,
  };
}
