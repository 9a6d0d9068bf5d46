import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/operation';
import type { Database } from '@/lib/data/database';
import type { MapRow } from '@/lib/data/maps';
import { AppError } from '@/lib/errors';
import { requireMapAccess } from './mapAccess';

/**
 * A map, for an actor who may see it and the scores of its workspace, or what single customers said there. Throws `notFound` and `forbidden`; guests have
 * no part in evidence.
 */
export async function requireMapEvidence(
  actor: Actor | null,
  mapId: string,
  need: 'workspace.readFigures' | 'workspace.readAnswers',
  db: Database,
): Promise<MapRow> {
  const { map, role, standing } = await requireMapAccess(actor, mapId, 'read', db);
  if (!can(standing, need)) throw new AppError('forbidden', `The role ${role} does not allow ${need}.`);
  return map;
}
