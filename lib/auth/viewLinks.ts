import { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import { actorIdOf } from '@/lib/access/actor';
import { canRevokeViewLink } from '@/lib/access/map';
import type { MapRow } from '@/lib/data/maps';
import { createViewLink, findViewLink, listViewLinks, revokeViewLink, type ViewLinkRow } from '@/lib/data/viewLinks';
import { siteSchema } from '@/lib/http/site';
import type { Runtime } from '@/lib/runtime';
import { linkExpiry, newLinkFields, requireMapOfLink } from './mapLinks';
import { hashPassword } from './password';
import { newViewLinkId, toViewToken } from './viewToken';

/** What the sharing dialog sends. `embedSites`: the only sites whose pages may show an embeddable one. */
export const newViewLinkSchema = z.strictObject({
  ...newLinkFields,
  // Characters are counted as its description in the API does, not code units: two emojis are no four characters.
  password: z
    .string()
    .regex(/^[^\p{Cc}\p{Cs}]{4,200}$/u)
    .nullable()
    .default(null),
  embeddable: z.boolean().default(false),
  embedSites: z.array(siteSchema).max(20).default([]),
});

/** A view link as the sharing dialog shows it, with its whole addresses again. */
export type SharedViewLink = {
  id: string;
  label: string;
  url: string;
  /** What another site puts into a frame; null for a link that is not for that. */
  embedUrl: string | null;
  embedSites: string[];
  hasPassword: boolean;
  createdAt: Date;
  expiresAt: Date | null;
};

function toShared(row: ViewLinkRow, secret: string, base: string): SharedViewLink {
  const { id, label, embeddable, passwordHash, createdAt, expiresAt } = row;
  const token = toViewToken(id, secret);
  return {
    ...{ id, label, url: `${base}/view/${token}`, embedUrl: embeddable ? `${base}/embed/${token}` : null },
    ...{ embedSites: sitesOf(row), hasPassword: passwordHash !== null, createdAt, expiresAt },
  };
}

/** The sites that alone may show a link's map; none for any site. */
export const sitesOf = ({ embedSites }: Pick<ViewLinkRow, 'embedSites'>): string[] => embedSites.split(' ').filter(Boolean);

/** Shows a map to whoever gets the link. `base`: what the link begins with; `id` is for callers that had to name it beforehand. */
export async function openViewLink(
  running: Pick<Runtime, 'database' | 'secret'>,
  actor: Actor,
  map: Pick<MapRow, 'id' | 'workspaceId'>,
  input: z.output<typeof newViewLinkSchema>,
  base: string,
  id = newViewLinkId(),
): Promise<SharedViewLink> {
  const { label, password, expiresInHours, embeddable, embedSites } = input;
  const row = await createViewLink(running.database, {
    ...{ id, mapId: map.id, workspaceId: map.workspaceId, label, embeddable },
    embedSites: embeddable ? [...new Set(embedSites)].join(' ') : '',
    passwordHash: password === null ? null : await hashPassword(password),
    expiresAt: linkExpiry(expiresInHours),
    createdBy: actorIdOf(actor),
  });
  return toShared(row, running.secret, base);
}

/** The links of a map that show it now, newest first. */
export async function listSharedViewLinks(
  running: Pick<Runtime, 'database' | 'secret'>,
  mapId: string,
  base: string,
): Promise<SharedViewLink[]> {
  const rows = await listViewLinks(running.database, mapId);
  return rows.map((row) => toShared(row, running.secret, base));
}

/** The map of a view link, for an actor who may close it. Throws `notFound`, in the same words for a link of others, and `forbidden`. */
export async function requireMapOfViewLink(
  running: Pick<Runtime, 'database'>,
  actor: Actor,
  viewLinkId: string,
): Promise<MapRow> {
  return requireMapOfLink(running, actor, await findViewLink(running.database, viewLinkId), canRevokeViewLink);
}

/** Closes a view link: what it shows elsewhere goes when that page asks again, some seconds later. */
export function closeViewLink(running: Pick<Runtime, 'database'>, actor: Actor, map: MapRow, viewLinkId: string): Promise<void> {
  return revokeViewLink(running.database, {
    ...{ id: viewLinkId, mapId: map.id, workspaceId: map.workspaceId, actorId: actorIdOf(actor) },
  });
}
