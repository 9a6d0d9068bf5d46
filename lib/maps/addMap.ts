import { type Actor, actorIdOf } from '@/lib/access/actor';
import { createAuditedMap } from '@/lib/data/auditedMaps';
import type { Derivation } from '@/lib/data/futureStates';
import type { MapRow } from '@/lib/data/maps';
import { createDocument } from '@/lib/document/createDocument';
import type { TakenNotes } from '@/lib/document/future/takenNotes';
import { schemaVersion } from '@/lib/document/schema';
import { summarizeMap } from '@/lib/document/summary';
import { AppError } from '@/lib/errors';
import { adoptFiles, findAdoptableFiles } from '@/lib/files/adoptFiles';
import { newId } from '@/lib/map/id';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { Runtime } from '@/lib/runtime';
import { findTooMany } from './findTooMany';
import { keepOwnLinks } from './keepOwnLinks';

/**
 * Stores a new map with its first state, with the pictures and files that it (and what it is derived from) shows and the actor may see elsewhere and without
 * links to evidence of other workspaces, and tells the list of maps, and those who have open what it is derived from.
 * `source` says in the audit log what it was made from; `id` is for callers that had to name it beforehand; `derivation`: what a future state starts from; `taken`: what it has taken over
 * since, when it is a copy of one. Throws `tooLarge` when it has more cards
 * than MAX_CARDS_PER_MAP, or would be larger than MAX_DOCUMENT_MB, and `conflict` when it has more files than MAX_FILES_PER_MAP.
 */
export async function addMap(
  { database, env, events }: Pick<Runtime, 'database' | 'env' | 'events'>,
  actor: Actor,
  workspaceId: string,
  given: JourneyMap,
  source: string,
  id = newId(),
  derivation: Derivation | null = null,
  taken?: TakenNotes,
): Promise<MapRow> {
  const { map } = await keepOwnLinks(database, workspaceId, given);
  const tooMany = findTooMany(map, env.MAX_CARDS_PER_MAP);
  if (tooMany) throw tooMany;
  const { title, persona, kind, stageCount, stepCount, momentCount } = summarizeMap(map);
  const state = createDocument(map, taken);
  if (state.byteLength > env.MAX_DOCUMENT_MB) {
    throw new AppError('tooLarge', 'The map is larger than MAX_DOCUMENT_MB.', { messageKey: 'newMapTooLarge' });
  }
  const files = await findAdoptableFiles({ database, env }, actor, map, derivation?.fileIds ?? []);
  const row = await createAuditedMap(
    database,
    {
      id,
      workspaceId,
      createdBy: actorIdOf(actor),
      kind,
      title,
      persona,
      counts: { stageCount, stepCount, momentCount },
      schemaVersion,
      state,
    },
    source,
    derivation,
  );
  try {
    await adoptFiles({ database, env }, actor, row.id, files);
  } finally {
    // It is there, whatever becomes of its files.
    await events.publish({ kind: 'maps.changed', workspaceId, mapId: row.id });
    if (derivation?.linked && derivation.sourceMapId !== null) {
      await events.publish({ kind: 'future.changed', mapId: derivation.sourceMapId });
    }
  }
  return row;
}
