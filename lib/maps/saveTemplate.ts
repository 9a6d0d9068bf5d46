import { z } from 'zod';
import { type Actor, actorIdOf } from '@/lib/access/actor';
import type { MapRow } from '@/lib/data/maps';
import { createMapTemplate, type MapTemplateRow } from '@/lib/data/mapTemplates';
import { AppError } from '@/lib/errors';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import { newId } from '@/lib/map/id';
import { outlineOf } from '@/lib/map/templates/outline';
import { templateScopes, toTemplateMap } from '@/lib/map/templates/toTemplateMap';
import type { Runtime } from '@/lib/runtime';
import { readShownMap } from '@/lib/workshop/shownMap';
import { lineSchema, optionalLineSchema } from './lineSchema';

/** So many templates a workspace has at most: more than anybody looks through. */
export const mostTemplates = 200;

/** What a template is called. */
export const templateNameSchema = lineSchema(100);

/** What it is for, in a sentence or two. */
export const templateDescriptionSchema = optionalLineSchema(300);

export const newTemplateSchema = z.strictObject({
  name: templateNameSchema,
  description: templateDescriptionSchema.default(''),
  scope: z
    .enum(templateScopes)
    .default('everything')
    .describe(
      '`structure`: without what was found out – cards, feelings, notes, times, shares and evidence levels. Never with deleted records, links to evidence, or pictures and files on cards.',
    ),
});

/**
 * Keeps what is on the live map now as a template of its workspace, and tells the list of maps. `id` is for callers that had to name it
 * beforehand. Throws `notFound`, `conflict` when the workspace has its fill, and `tooLarge` for a map that no file could bring in either.
 */
export async function saveTemplate(
  { database, env, events, liveMaps }: Pick<Runtime, 'database' | 'env' | 'events' | 'liveMaps'>,
  actor: Actor,
  { id: mapId, workspaceId }: Pick<MapRow, 'id' | 'workspaceId'>,
  { name, description, scope }: z.output<typeof newTemplateSchema>,
  id = newId(),
): Promise<MapTemplateRow> {
  const map = toTemplateMap(await readShownMap({ database, liveMaps }, mapId), scope);
  const content = toCanonicalJson(map);
  if (Buffer.byteLength(content) > env.MAX_FILE_MB) {
    throw new AppError('tooLarge', 'The map is larger than MAX_FILE_MB.', { messageKey: 'templateTooLarge' });
  }
  const template = { id, workspaceId, name, description, outline: outlineOf(map), content, createdBy: actorIdOf(actor) };
  const row = await createMapTemplate(database, template, { mapId, most: mostTemplates });
  if (!row) {
    throw new AppError('conflict', 'The workspace has as many templates as it may.', {
      messageKey: 'tooManyTemplates',
      values: { max: mostTemplates },
    });
  }
  await events.publish({ kind: 'maps.changed', workspaceId, mapId });
  return row;
}
