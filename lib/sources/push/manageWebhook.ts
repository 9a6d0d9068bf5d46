import { z } from 'zod';
import { type Actor, actorIdOf } from '@/lib/access/actor';
import type { SourceRow } from '@/lib/data/evidence/sources';
import { createWebhook, deleteWebhook, rotateWebhook, type WebhookRow } from '@/lib/data/evidence/webhooks';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';
import { tellSources } from '../tellSources';
import { deriveKey, newSalt, toSecret } from './webhookSecret';

type Running = Pick<Runtime, 'database' | 'events' | 'secret'>;
type Owner = Pick<SourceRow, 'id' | 'workspaceId'>;

/** A webhook whose secret is told, this once. */
export type MadeWebhook = WebhookRow & { secret: string };

const hour = 60 * 60_000;

/** How a secret is renewed. */
export const rotationSchema = z.strictObject({
  overlapHours: z
    .int()
    .min(0)
    .max(7 * 24)
    .default(24)
    .describe('So long the secret before counts as well: until the sending tool has the new one. 0: not any more.'),
});

const deed = (actor: Actor, { id, workspaceId }: Owner) => ({ sourceId: id, workspaceId, actorId: actorIdOf(actor) });

const withSecret = ({ secret }: Pick<Runtime, 'secret'>, row: WebhookRow): MadeWebhook => ({
  ...row,
  secret: toSecret(deriveKey(secret, row)),
});

const noWebhook = (): AppError => new AppError('notFound', 'The source has no webhook.', { messageKey: 'webhookNotFound' });

/** Gives a source an address to which a tool pushes answers. Throws `conflict` when it has one. */
export async function makeWebhook(running: Running, actor: Actor, source: Owner): Promise<MadeWebhook> {
  // As unguessable as a secret: whoever finds the address can still push nothing, nor does it say whose it is.
  const row = await createWebhook(running.database, deed(actor, source), { id: newId(24), salt: newSalt() });
  if (row === 'taken') throw new AppError('conflict', 'The source has a webhook.', { messageKey: 'webhookThere' });
  if (row === null) throw new AppError('notFound', 'The source is gone.', { messageKey: 'sourceNotFound' });
  await tellSources(running, source.workspaceId, { sourceId: source.id });
  return withSecret(running, row);
}

/** Gives a webhook a new secret; the one before counts for a while, so that nothing is lost meanwhile. Throws `notFound` when there is none. */
export async function renewSecret(
  running: Running,
  actor: Actor,
  source: Owner,
  { overlapHours }: z.output<typeof rotationSchema>,
): Promise<MadeWebhook> {
  const previousUntil = overlapHours === 0 ? null : new Date(Date.now() + overlapHours * hour);
  const row = await rotateWebhook(running.database, deed(actor, source), { salt: newSalt(), previousUntil });
  if (!row) throw noWebhook();
  await tellSources(running, source.workspaceId, { sourceId: source.id });
  return withSecret(running, row);
}

/** Takes a source's webhook away: nothing is pushed any more; answers that came stay. Throws `notFound` when there is none. */
export async function revokeWebhook(running: Running, actor: Actor, source: Owner): Promise<void> {
  if (!(await deleteWebhook(running.database, deed(actor, source)))) throw noWebhook();
  await tellSources(running, source.workspaceId, { sourceId: source.id });
}

/** The keys by which deliveries are believed now: the webhook's, and the one before while it counts. */
export function keysOf(
  { secret }: Pick<Runtime, 'secret'>,
  { id, salt, previousSalt, previousUntil }: WebhookRow,
  now: Date,
): Uint8Array[] {
  const isOverlap = previousSalt !== null && previousUntil !== null && now < previousUntil;
  return [salt, ...(isOverlap ? [previousSalt] : [])].map((of) => deriveKey(secret, { id, salt: of }));
}
