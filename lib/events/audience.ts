import type { Actor } from '@/lib/access/actor';
import { operations } from '@/lib/access/operation';
import type { GuestRole } from '@/lib/access/standing';
import type { LiveEvent } from './event';

/** What a stream of events is about: one map, or one workspace. */
export type EventScope = { kind: 'map'; mapId: string; workspaceId: string } | { kind: 'workspace'; workspaceId: string };

/** Whether an event may have changed what this person may do: time to ask again. */
export function isAboutAccess(event: LiveEvent, scope: EventScope, actor: Actor): boolean {
  if (event.kind !== 'access.changed' && event.kind !== 'session.revoked') return false;
  if (event.sessionId !== undefined) return event.sessionId === actor.sessionId;
  if (event.userId !== undefined) return actor.kind === 'user' && event.userId === actor.userId;
  return isInScope(event, scope);
}

/**
 * Whether an event is told to this person on this stream. An event that names a session or a user is about that person alone and is told to
 * nobody else.
 */
export function isForAudience(event: LiveEvent, scope: EventScope, actor: Actor): boolean {
  if (event.sessionId !== undefined && event.sessionId !== actor.sessionId) return false;
  if (event.userId !== undefined && !(actor.kind === 'user' && event.userId === actor.userId)) return false;
  if (event.kind === 'comments.changed' && !mayHear(actor, 'comment.read')) return false;
  const isAboutVersions = event.kind === 'versions.changed' || event.kind === 'future.changed';
  if (isAboutVersions && !mayHear(actor, 'map.readVersions')) return false;
  if (event.kind === 'signOff.changed' && !mayHear(actor, 'map.readSignOffs')) return false;
  // Sources are the workspace's, and guests have no part in them.
  if (event.kind === 'evidence.changed' && actor.kind === 'guest') return false;
  if (event.mapId === undefined && event.workspaceId === undefined)
    return event.sessionId !== undefined || event.userId !== undefined;
  return isInScope(event, scope);
}

/** A guest's role stands in their session; every member may read comments, versions and signatures. */
function mayHear(actor: Actor, what: 'comment.read' | 'map.readVersions' | 'map.readSignOffs'): boolean {
  const guests: readonly GuestRole[] = operations[what].guests;
  return actor.kind === 'user' || guests.some((role) => role === actor.role);
}

/** A map's stream tells of that map and of its whole workspace, except of the list of maps; a workspace's of the workspace. */
function isInScope(event: LiveEvent, scope: EventScope): boolean {
  if (scope.kind === 'workspace') return event.workspaceId === scope.workspaceId;
  if (event.mapId !== undefined) return event.mapId === scope.mapId;
  return event.workspaceId === scope.workspaceId && event.kind !== 'maps.changed';
}
