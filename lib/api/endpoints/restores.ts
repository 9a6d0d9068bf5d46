import { z } from 'zod';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { parsePairs } from '@/lib/map/compare/matching/matching';
import { withComparedReasons } from '@/lib/map/reasons';
import { isOneMap, tellsReasons } from '@/lib/versions/comparedSide';
import { compareMaps } from '@/lib/versions/compareVersions';
import { describeVersion } from '@/lib/versions/listVersions';
import { readComparedMap } from '@/lib/versions/readComparedMap';
import { requireVersion } from '@/lib/versions/readVersion';
import { requireRestoring } from '@/lib/versions/requireRestoring';
import { restoreVersion, undoVersionRestore } from '@/lib/versions/restoreVersion';
import { endpoint } from '../endpoint';
import { mapIdParams } from '../schemas/common';
import { comparisonQuery, comparisonSchema, restorePartsSchema, toComparedSide } from '../schemas/comparison';
import { versionParams, versionSchema } from '../schemas/version';

export const compareVersionsEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/compare',
  id: 'compareVersions',
  tag: 'Versions',
  summary: 'Compare two states of a map',
  description: [
    'Two versions, or a version and the live map: what was added, removed, changed and moved, and the same in sentences.',
    'Either side may be a state of another map that the person can see, as of a current and a future state: things are matched by their ids, which copies keep, and by suggestion where the two have no beginning in common. Reasons for what differs are told between states of one map only.',
  ].join('\n\n'),
  access: 'read',
  cost: 5,
  conditional: true,
  params: mapIdParams,
  query: comparisonQuery,
  answer: { status: 200, description: 'What lies between them.', schema: comparisonSchema },
  problems: ['forbidden', 'notFound'],
  example: { params: { mapId: '{mapId}' }, query: { from: '1', to: 'live' } },
  handle: async ({ runtime, actor, params, query, locale }) => {
    const { map } = await requireMapAccess(actor, params.mapId, 'readVersions', runtime.database);
    const [from, to] = [toComparedSide(query.from), toComparedSide(query.to)];
    const earlier = await readComparedMap(runtime, actor, map.id, from);
    const later = await readComparedMap(runtime, actor, map.id, to);
    const isSameMap = isOneMap(from, to, map.id);
    const [before, after] = withComparedReasons(tellsReasons(from, to, map.id), earlier, later);
    return { body: compareMaps(before, after, locale, { isSameMap, hand: parsePairs(query.pairs ?? '') }) };
  },
});

export const restoreVersionEndpoint = endpoint({
  method: 'POST',
  path: '/maps/{mapId}/versions/{number}/restore',
  id: 'restoreVersion',
  tag: 'Versions',
  summary: 'Bring a version back into the live map',
  description: [
    'The map becomes what the version says, whole or in parts, for everybody who has it open; ids stay. What people type meanwhile stays, too: words in a card that goes are found among the unplaced cards.',
    'Before that the map is kept as a version, which is answered: by its number `POST /maps/{mapId}/restores/{number}/undo` undoes it. While a silent round is on, nothing can be brought back.',
  ].join('\n\n'),
  access: 'write',
  cost: 20,
  params: versionParams,
  body: { kind: 'json', schema: restorePartsSchema, required: false },
  answer: {
    status: 200,
    description: 'It is on disk.',
    schema: z
      .object({
        before: versionSchema.describe('The map as it was right before.'),
        changes: z.number().int().min(0).describe('How many differences there were.'),
      })
      .meta({ id: 'Restored' }),
  },
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'unsupportedMedia'],
  example: { params: { mapId: '{mapId}', number: '1' }, body: { parts: [{ type: 'card', id: '{cardId}' }] } },
  handle: async ({ runtime, actor, params, body }) => {
    const map = await requireRestoring(runtime.database, actor, params.mapId);
    const version = await requireVersion(runtime.database, map.id, params.number);
    const { before, changes } = await restoreVersion(runtime, actor, map, version, body?.parts ?? null);
    return { body: { before: await describeVersion(runtime.database, before), changes } };
  },
});

export const undoRestoreEndpoint = endpoint({
  method: 'POST',
  path: '/maps/{mapId}/restores/{number}/undo',
  id: 'undoRestore',
  tag: 'Versions',
  summary: 'Undo the bringing back of a version',
  description:
    'What still is as it was brought back becomes what it was before; what somebody changed since stays as they left it, and texts keep both sides’ words. Possible as long as both versions are there.',
  access: 'write',
  cost: 20,
  params: mapIdParams.extend({
    number: versionParams.shape.number.describe('The number of the version that was kept right before.'),
  }),
  answer: {
    status: 200,
    description: 'It is on disk.',
    schema: z
      .object({
        taken: z.number().int().min(0).describe('How many things went back.'),
        kept: z.number().int().min(0).describe('How many stayed, because somebody went on with them.'),
      })
      .meta({ id: 'UndoneRestore' }),
  },
  problems: ['forbidden', 'notFound', 'conflict'],
  example: { params: { mapId: '{mapId}', number: '1' } },
  handle: async ({ runtime, actor, params }) => {
    const map = await requireRestoring(runtime.database, actor, params.mapId);
    return { body: await undoVersionRestore(runtime, actor, map, params.number) };
  },
});
