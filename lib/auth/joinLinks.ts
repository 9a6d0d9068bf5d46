import { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import { actorIdOf } from '@/lib/access/actor';
import { canRevokeJoinLink } from '@/lib/access/map';
import { guestRoleSchema } from '@/lib/access/standing';
import { createJoinLink, findJoinLink, type JoinLinkRow, listJoinLinks, revokeJoinLink } from '@/lib/data/joinLinks';
import type { MapRow } from '@/lib/data/maps';
import type { Runtime } from '@/lib/runtime';
import { newJoinLinkId, toJoinToken } from './joinToken';
import { linkExpiry, newLinkFields, requireMapOfLink } from './mapLinks';
import { publishRevoked } from './sessionEnd';

/** What the sharing dialog sends. */
export const newJoinLinkSchema = z.strictObject({ role: guestRoleSchema, ...newLinkFields });

/** A join link as the sharing dialog shows it, with the whole address again (for a QR code, or to copy). */
export type SharedJoinLink = {
  id: string;
  role: string;
  label: string;
  url: string;
  createdAt: Date;
  expiresAt: Date | null;
  guestCount: number;
};

function toShared(row: JoinLinkRow & { guestCount: number }, secret: string, base: string): SharedJoinLink {
  const { id, role, label, createdAt, expiresAt, guestCount } = row;
  return { id, role, label, url: `${base}/join/${toJoinToken(id, secret)}`, createdAt, expiresAt, guestCount };
}

/** Opens a map for guests. `base`: what the link begins with; `id` is for callers that had to name it beforehand. */
export async function openJoinLink(
  running: Pick<Runtime, 'database' | 'secret'>,
  actor: Actor,
  map: MapRow,
  input: z.output<typeof newJoinLinkSchema>,
  base: string,
  id = newJoinLinkId(),
): Promise<SharedJoinLink> {
  const { role, label, expiresInHours } = input;
  const row = await createJoinLink(running.database, {
    id,
    mapId: map.id,
    workspaceId: map.workspaceId,
    role,
    label,
    expiresAt: linkExpiry(expiresInHours),
    createdBy: actorIdOf(actor),
  });
  return toShared({ ...row, guestCount: 0 }, running.secret, base);
}

/** The links of a map that let people in now, newest first. */
export async function listSharedJoinLinks(
  running: Pick<Runtime, 'database' | 'secret'>,
  mapId: string,
  base: string,
): Promise<SharedJoinLink[]> {
  const rows = await listJoinLinks(running.database, mapId);
  return rows.map((row) => toShared(row, running.secret, base));
}

/** The map of a join link, for an actor who may close it. Throws `notFound`, in the same words for a link of others, and `forbidden`. */
export async function requireMapOfJoinLink(
  running: Pick<Runtime, 'database'>,
  actor: Actor,
  joinLinkId: string,
): Promise<MapRow> {
  return requireMapOfLink(running, actor, await findJoinLink(running.database, joinLinkId), canRevokeJoinLink);
}

/** Closes a join link: nobody comes in by it any more, and the sockets of those who did close at once. */
export async function closeJoinLink(
  running: Pick<Runtime, 'database' | 'events'>,
  actor: Actor,
  map: MapRow,
  joinLinkId: string,
): Promise<void> {
  const sessionIds = await revokeJoinLink(running.database, {
    id: joinLinkId,
    mapId: map.id,
    workspaceId: map.workspaceId,
    actorId: actorIdOf(actor),
  });
  // One event for the map first: the rooms judge everybody on it again in one go.
  await running.events.publish({ kind: 'access.changed', mapId: map.id, payload: { joinLinkId } });
  await publishRevoked(running, sessionIds);
}
