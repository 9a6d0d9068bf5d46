import { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import type { Standing } from '@/lib/access/standing';
import type { MapRow } from '@/lib/data/maps';
import { AppError } from '@/lib/errors';
import type { Runtime } from '@/lib/runtime';
import { findMapAccess } from './mapAccess';

/**
 * What the sharing dialog sends for a new link of any kind: a note for whoever shares, and how long it is open. `expiresInHours`: up to a year;
 * null or absent for a link that stays open until it is closed.
 */
export const newLinkFields = {
  label: z
    .string()
    .max(100)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
    .trim()
    .default(''),
  expiresInHours: z
    .number()
    .int()
    .min(1)
    .max(24 * 366)
    .nullable()
    .default(null),
};

/** When a link that is made now is over; null: when it is closed. */
export function linkExpiry(expiresInHours: number | null): Date | null {
  return expiresInHours === null ? null : new Date(Date.now() + expiresInHours * 60 * 60 * 1000);
}

/** The map of a link, for an actor who may close it. Throws `notFound`, in the same words for a link of others, and `forbidden`. */
export async function requireMapOfLink(
  running: Pick<Runtime, 'database'>,
  actor: Actor,
  link: { mapId: string } | null,
  mayClose: (standing: Standing) => boolean,
): Promise<MapRow> {
  const access = link && (await findMapAccess(running.database, actor, link.mapId));
  if (!access) throw new AppError('notFound', 'No such link for this actor.');
  if (!mayClose(access.standing)) throw new AppError('forbidden', `The role ${access.role} does not allow to close a link.`);
  return access.map;
}
