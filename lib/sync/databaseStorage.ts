import { appendActivity } from '@/lib/data/activity';
import type { Database } from '@/lib/data/database';
import { compactDocument } from '@/lib/data/documentCompaction';
import { listUpdatesSince, loadDocument } from '@/lib/data/documentLog';
import { appendUpdates, listAuthors } from '@/lib/data/documents';
import { noteUsedFiles } from '@/lib/data/mapFiles';
import { raiseSchemaVersion, updateProjection } from '@/lib/data/maps';
import { ActivityWriter } from './activityWriter';
import type { SyncStorage } from './storage';

/** How long (milliseconds) changes wait for those of other maps: little beside the second after which a room hands them over. */
const gatherActivityMs = 200;

/** The rooms' storage in the product's database. */
export function createDatabaseStorage(db: Database): SyncStorage {
  const activity = new ActivityWriter((entries) => appendActivity(db, entries), gatherActivityMs);
  return {
    load: (mapId) => loadDocument(db, mapId),
    listAuthors: (mapId) => listAuthors(db, mapId),
    append: (batch) => appendUpdates(db, batch),
    listSince: (mapId, seq) => listUpdatesSince(db, mapId, seq),
    async compact(mapId, seq, state) {
      await compactDocument(db, mapId, seq, state);
    },
    raiseSchemaVersion: (mapId, version) => raiseSchemaVersion(db, mapId, version),
    project: (mapId, { title, persona, kind, stageCount, stepCount, momentCount }) =>
      updateProjection(db, mapId, { title, persona, kind, stageCount, stepCount, momentCount }),
    noteFiles: (mapId, used) => noteUsedFiles(db, mapId, used),
    recordActivity: (mapId, changes) => activity.record({ mapId, changes }),
  };
}
