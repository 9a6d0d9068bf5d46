import { z } from 'zod';
import { actorIdOf } from '@/lib/access/actor';
import { requireDeletedMapAccess, requireMapAccess } from '@/lib/auth/mapAccess';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { pageMaps } from '@/lib/data/mapPages';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { mapKinds } from '@/lib/map/meta';
import { withoutHidden } from '@/lib/map/withoutHidden';
import { changeMapMeta, mapMetaChangeSchema } from '@/lib/maps/changeMeta';
import { makeMap, mapSourceSchema } from '@/lib/maps/mapSource';
import { bringMapBack, removeMap } from '@/lib/maps/removeMap';
import { findRunningRound, readShownMap } from '@/lib/workshop/shownMap';
import { endpoint } from '../endpoint';
import { pageOf, pageQuery, readCursor, toPage } from '../page';
import { id, mapIdParams, yesOrNo } from '../schemas/common';
import { mapSummarySchema, toMapSummary } from '../schemas/map';
import { madeMapSchema } from '../schemas/report';
import { baseOf, readChangedSummary, readSummary, requireMapMatch } from './mapBody';
import { createMadeMap, newMapAnswer } from './newMap';

export const listMapsEndpoint = endpoint({
  method: 'GET',
  path: '/maps',
  id: 'listMaps',
  tag: 'Maps',
  summary: 'List maps',
  description: 'All maps of the workspaces that the person belongs to, newest first.',
  access: 'read',
  conditional: true,
  query: z.object({
    workspace: id.optional().describe('Only maps of this workspace.'),
    kind: z.enum(mapKinds).optional(),
    text: z.string().min(1).max(200).optional().describe('Only maps whose title or persona contains this.'),
    deleted: yesOrNo.default(false).describe('`true`: those in the bin instead.'),
    ...pageQuery,
  }),
  answer: { status: 200, description: 'A page of maps.', schema: pageOf(mapSummarySchema).meta({ id: 'MapPage' }) },
  problems: [],
  example: { query: { limit: '10' } },
  handle: async (call) => {
    const { workspace: workspaceId, kind, text, deleted, limit, cursor } = call.query;
    const filter = { userId: call.actor.userId, workspaceId, kind, text, deleted };
    const rows = await pageMaps(call.runtime.database, filter, { after: readCursor(cursor), limit: limit + 1 });
    const base = baseOf(call);
    return {
      body: toPage(
        rows,
        limit,
        (row) => ({ at: row.createdAt, id: row.id }),
        (row) => toMapSummary(row, base),
      ),
    };
  },
});

export const createMapEndpoint = endpoint({
  method: 'POST',
  path: '/maps',
  id: 'createMap',
  tag: 'Maps',
  summary: 'Make a map',
  description:
    'Blank, from a template (of the product, or one that was saved in a workspace), or from a text. For whole files see `POST /maps/import`.',
  access: 'write',
  idempotent: true,
  body: {
    kind: 'json',
    schema: z.strictObject({ workspaceId: id, source: mapSourceSchema }).meta({ id: 'NewMap' }),
  },
  answer: newMapAnswer(madeMapSchema),
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'unsupportedMedia'],
  example: { body: { workspaceId: '{workspaceId}', source: { type: 'template', id: 'customerServiceCall', locale: 'en' } } },
  handle: async (call) => {
    const { runtime, actor, body, locale } = call;
    const { workspace } = await requireWorkspaceAccess(actor, body.workspaceId, 'workspace.createMap', runtime.database);
    const made = await makeMap(runtime, body.source, locale, actor, workspace.id);
    return createMadeMap(call, workspace.id, made, body.source.type);
  },
});

export const getMapEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}',
  id: 'getMap',
  tag: 'Maps',
  summary: 'Read what a map is',
  description: 'Title, persona and counts as they stand now. What is on the map: `GET /maps/{mapId}/document`.',
  access: 'read',
  conditional: true,
  params: mapIdParams,
  answer: { status: 200, description: 'The map.', schema: mapSummarySchema },
  problems: ['notFound'],
  example: { params: { mapId: '{mapId}' } },
  handle: async (call) => {
    const { map } = await requireMapAccess(call.actor, call.params.mapId, 'read', call.runtime.database);
    return { body: await readSummary(call, map) };
  },
});

export const updateMapEndpoint = endpoint({
  method: 'PATCH',
  path: '/maps/{mapId}',
  id: 'updateMap',
  tag: 'Maps',
  summary: 'Change the title block',
  description: 'Through the live document: everybody who has the map open sees it at once. What is absent stays.',
  access: 'write',
  conditional: true,
  params: mapIdParams,
  body: { kind: 'json', schema: mapMetaChangeSchema.meta({ id: 'MapChange' }) },
  answer: { status: 200, description: 'The map as it is now.', schema: mapSummarySchema },
  problems: ['forbidden', 'notFound', 'preconditionFailed', 'unsupportedMedia'],
  example: { params: { mapId: '{mapId}' }, body: { title: 'My bill is wrong', asOf: '2026-11-25' } },
  handle: async (call) => {
    const { map: row } = await requireMapAccess(call.actor, call.params.mapId, 'write', call.runtime.database);
    const round = await findRunningRound(call.runtime, row.id);
    const judge = (map: JourneyMap) => requireMapMatch(call, row, withoutHidden(map, round?.id ?? null));
    await changeMapMeta(call.runtime, actorIdOf(call.actor), row.id, call.body, judge);
    return { body: await readChangedSummary(call, row) };
  },
});

export const deleteMapEndpoint = endpoint({
  method: 'DELETE',
  path: '/maps/{mapId}',
  id: 'deleteMap',
  tag: 'Maps',
  summary: 'Put a map into the bin',
  description: 'Whoever has it open is sent away. It can be restored from the bin.',
  access: 'write',
  conditional: true,
  params: mapIdParams,
  answer: { status: 204, description: 'The map is in the bin.' },
  problems: ['forbidden', 'notFound', 'preconditionFailed'],
  example: { params: { mapId: '{mapId}' } },
  handle: async (call) => {
    const { map } = await requireMapAccess(call.actor, call.params.mapId, 'delete', call.runtime.database);
    if (call.request.headers.has('if-match')) requireMapMatch(call, map, await readShownMap(call.runtime, map.id));
    await removeMap(call.runtime, call.actor, map);
    return { status: 204 };
  },
});

export const restoreMapEndpoint = endpoint({
  method: 'POST',
  path: '/maps/{mapId}/restore',
  id: 'restoreMap',
  tag: 'Maps',
  summary: 'Take a map out of the bin',
  description: 'Nothing happens to a map that is not in it.',
  access: 'write',
  params: mapIdParams,
  answer: { status: 200, description: 'The map.', schema: mapSummarySchema },
  problems: ['forbidden', 'notFound'],
  example: { params: { mapId: '{deletedMapId}' } },
  handle: async (call) => {
    const { map } = await requireDeletedMapAccess(call.actor, call.params.mapId, 'delete', call.runtime.database);
    await bringMapBack(call.runtime, call.actor, map);
    return { body: await readSummary(call, { ...map, deletedAt: null }) };
  },
});
