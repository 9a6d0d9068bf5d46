import { type Actor, actorIdOf } from '@/lib/access/actor';
import { colourIndexOf, type PresenceUser } from '@/lib/document/presence';
import { runtime } from '@/lib/runtime';

/** The name of a guest's department; empty when they chose none, or it is no longer on the map. */
async function departmentOf(actor: Actor, mapId: string): Promise<string> {
  if (actor.kind !== 'guest' || actor.departmentId === null) return '';
  const { map } = await runtime().liveMaps.read(mapId);
  return map.departments.find(({ id, deletedAt }) => id === actor.departmentId && deletedAt === undefined)?.name ?? '';
}

/** How others on the map see whoever opens this page. */
export async function toPresenceUser(actor: Actor, mapId: string): Promise<PresenceUser> {
  const id = actorIdOf(actor);
  return { id, name: actor.name, colour: colourIndexOf(id), department: await departmentOf(actor, mapId), kind: actor.kind };
}
