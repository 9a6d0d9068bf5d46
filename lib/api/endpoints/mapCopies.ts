import { z } from 'zod';
import { canCreateMap } from '@/lib/access/workspace';
import { requireDeletedMapAccess, requireMapAccess } from '@/lib/auth/mapAccess';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { AppError } from '@/lib/errors';
import { duplicateMap } from '@/lib/maps/duplicateMap';
import { moveMapTo } from '@/lib/maps/moveMap';
import { removeMapForGood } from '@/lib/maps/purgeMap';
import { endpoint } from '../endpoint';
import { id, mapIdParams } from '../schemas/common';
import { mapSummarySchema } from '../schemas/map';
import { readSummary } from './mapBody';
import { createMapOnce, newMapAnswer, toCreated } from './newMap';

export const duplicateMapEndpoint = endpoint({
  method: 'POST',
  path: '/maps/{mapId}/duplicate',
  id: 'duplicateMap',
  tag: 'Maps',
  summary: 'Make a second map like this one',
  description:
    'With everything that is on it now, in the same workspace. Its records keep their ids, so that the two can be compared.',
  access: 'write',
  idempotent: true,
  params: mapIdParams,
  body: {
    kind: 'json',
    required: false,
    schema: z
      .strictObject({
        title: z.string().max(20_000).optional().describe('By default “Copy of …” in the language of the request.'),
      })
      .meta({ id: 'Duplication' }),
  },
  answer: newMapAnswer(mapSummarySchema),
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'unsupportedMedia'],
  example: { params: { mapId: '{mapId}' }, body: { title: 'My bill is wrong: second attempt' } },
  handle: async (call) => {
    const { runtime, actor, locale, body } = call;
    const { map, role, standing } = await requireMapAccess(actor, call.params.mapId, 'read', runtime.database);
    if (!canCreateMap(standing)) throw new AppError('forbidden', `The role ${role} does not allow to make maps.`);
    const row = await createMapOnce(call, (mapId) => duplicateMap(runtime, actor, map, { locale, title: body.title, id: mapId }));
    return toCreated(call, row);
  },
});

export const moveMapEndpoint = endpoint({
  method: 'POST',
  path: '/maps/{mapId}/move',
  id: 'moveMap',
  tag: 'Maps',
  summary: 'Give a map to another workspace',
  description: 'The person must be able to make maps in both. Join links close and guests are sent away.',
  access: 'write',
  params: mapIdParams,
  body: { kind: 'json', schema: z.strictObject({ workspaceId: id }).meta({ id: 'Move' }) },
  answer: { status: 200, description: 'The map.', schema: mapSummarySchema },
  problems: ['forbidden', 'notFound', 'conflict', 'unsupportedMedia'],
  example: { params: { mapId: '{mapId}' }, body: { workspaceId: '{otherWorkspaceId}' } },
  handle: async (call) => {
    const { runtime, actor, params, body } = call;
    const { map } = await requireMapAccess(actor, params.mapId, 'move', runtime.database);
    const { workspace } = await requireWorkspaceAccess(actor, body.workspaceId, 'workspace.createMap', runtime.database);
    await moveMapTo(runtime, actor, map, workspace.id);
    return { body: await readSummary(call, { ...map, workspaceId: workspace.id }) };
  },
});

export const purgeMapEndpoint = endpoint({
  method: 'POST',
  path: '/maps/{mapId}/purge',
  id: 'purgeMap',
  tag: 'Maps',
  summary: 'Remove a map from the bin for good',
  description: 'For owners. Nothing brings it back but a backup.',
  access: 'write',
  params: mapIdParams,
  answer: { status: 204, description: 'The map is gone.' },
  problems: ['forbidden', 'notFound', 'conflict'],
  example: { params: { mapId: '{deletedMapId}' } },
  handle: async ({ runtime, actor, params }) => {
    const { map } = await requireDeletedMapAccess(actor, params.mapId, 'purge', runtime.database);
    if (!(await removeMapForGood(runtime, actor, map))) {
      throw new AppError('conflict', 'The map is not in the bin.', { messageKey: 'notInBin' });
    }
    return { status: 204 };
  },
});
