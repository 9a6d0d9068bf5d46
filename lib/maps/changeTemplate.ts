import { z } from 'zod';
import { type Actor, actorIdOf } from '@/lib/access/actor';
import { changeMapTemplate, deleteMapTemplate, type MapTemplateRow } from '@/lib/data/mapTemplates';
import { AppError } from '@/lib/errors';
import type { Runtime } from '@/lib/runtime';
import { templateDescriptionSchema, templateNameSchema } from './saveTemplate';

/** What may be changed of a template. What is absent stays. */
export const templateChangeSchema = z.strictObject({
  name: templateNameSchema.optional(),
  description: templateDescriptionSchema.optional(),
});

type Running = Pick<Runtime, 'database' | 'events'>;

/** Gives a template another name or description. Throws `notFound` when somebody deleted it meanwhile. */
export async function changeTemplate(
  { database, events }: Running,
  actor: Actor,
  { id, workspaceId }: Pick<MapTemplateRow, 'id' | 'workspaceId'>,
  change: z.output<typeof templateChangeSchema>,
): Promise<MapTemplateRow> {
  const row = await changeMapTemplate(database, { id, workspaceId, actorId: actorIdOf(actor), ...change });
  if (!row) throw new AppError('notFound', 'The template is gone.', { messageKey: 'templateNotFound' });
  await events.publish({ kind: 'maps.changed', workspaceId });
  return row;
}

/** Deletes a template for good. Maps that were made from it stay as they are. */
export async function removeTemplate(
  { database, events }: Running,
  actor: Actor,
  { id, workspaceId }: Pick<MapTemplateRow, 'id' | 'workspaceId'>,
): Promise<void> {
  const removed = await deleteMapTemplate(database, { id, workspaceId, actorId: actorIdOf(actor) });
  if (removed) await events.publish({ kind: 'maps.changed', workspaceId });
}
