import { actorIdOf, canChange } from '@/lib/access/actor';
import { canManageMap, canWriteMap } from '@/lib/access/map';
import type { ActorSource } from '@/lib/auth/findActor';
import { findMapAccess } from '@/lib/auth/mapAccess';
import { findActorOfRequest } from '@/lib/auth/upgrade';
import { findMap } from '@/lib/data/maps';
import { colourIndexOf } from '@/lib/document/presence';
import type { Admission, Authorise } from '@/lib/sync/admission';

/** Judges who may open a map's socket by the same session and the same access rules as pages and routes. */
export function createAuthorise(source: ActorSource): Authorise {
  return async (request, mapId) => {
    const actor = await findActorOfRequest(request, source);
    if (!actor) return { refused: 'unauthenticated' };
    const access = await findMapAccess(source.database, actor, mapId);
    if (!access) return { refused: (await findMap(source.database, mapId)) ? 'forbidden' : 'notFound' };
    const actorId = actorIdOf(actor);
    const admission: Admission = {
      actor,
      actorId,
      role: access.role,
      mayWrite: canWriteMap(access.standing) && canChange(actor),
      workspaceId: access.map.workspaceId,
      identity: {
        ...{ id: actorId, name: actor.name, colour: colourIndexOf(actorId), department: '', kind: actor.kind },
        ...(canManageMap(access.standing) ? { leads: true } : {}),
      },
      departmentId: actor.kind === 'guest' ? actor.departmentId : null,
    };
    return { admitted: admission };
  };
}
