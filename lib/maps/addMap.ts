import { type Actor, actorIdOf } from '@/lib/access/actor';
import { createAuditedMap } from '@/lib/data/auditedMaps';
import type { MapRow } from '@/lib/data/maps';
import { createDocument } from '@/lib/document/createDocument';
import { schemaVersion } from '@/lib/document/schema';
import { summarizeMap } from '@/lib/document/summary';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/map/id';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { Runtime } from '@/lib/runtime';

/**
 * Stores a new map with its first state and tells the list of maps. `source` says in the audit log what it was made from. Throws
 * `tooLarge` when it has more cards than MAX_CARDS_PER_MAP.
 */
export async function addMap(
  { database, env, events }: Pick<Runtime, 'database' | 'env' | 'events'>,
  actor: Actor,
  workspaceId: string,
  map: JourneyMap,
  source: string,
): Promise<MapRow> {
  const { title, persona, kind, stageCount, stepCount, momentCount, cardCount } = summarizeMap(map);
  if (cardCount > env.MAX_CARDS_PER_MAP) {
    throw new AppError('tooLarge', 'The map has too many cards.', {
      messageKey: 'tooManyCards',
      values: { count: cardCount, max: env.MAX_CARDS_PER_MAP },
    });
  }
  const row = await createAuditedMap(
    database,
    {
      id: newId(),
      workspaceId,
      createdBy: actorIdOf(actor),
      kind,
      title,
      persona,
      counts: { stageCount, stepCount, momentCount },
      schemaVersion,
      state: createDocument(map),
    },
    source,
  );
  await events.publish({ kind: 'maps.changed', workspaceId, mapId: row.id });
  return row;
}
