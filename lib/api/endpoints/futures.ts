import { z } from 'zod';
import { canCreateMap } from '@/lib/access/workspace';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { AppError } from '@/lib/errors';
import { toCompared } from '@/lib/versions/compareVersions';
import { changeKeysSchema, decideChanges, takeOverChanges } from '@/lib/versions/future/decideChanges';
import { deriveFuture, newFutureSchema } from '@/lib/versions/future/deriveFuture';
import { describeOrigin, listFutures } from '@/lib/versions/future/describeFuture';
import { readBase, readChanges, requireFutureState } from '@/lib/versions/future/readStates';
import { requireVersion } from '@/lib/versions/readVersion';
import { endpoint } from '../endpoint';
import { mapIdParams } from '../schemas/common';
import { journeyMapContent } from '../schemas/document';
import { currentChangeSchema, listedFutureSchema, originSchema } from '../schemas/futures';
import { mapSummarySchema } from '../schemas/map';
import { versionParams } from '../schemas/version';
import { toDocumentBody } from './mapBody';
import { createMapOnce, newMapAnswer, toCreated } from './newMap';

export const createFutureStateEndpoint = endpoint({
  method: 'POST',
  path: '/maps/{mapId}/versions/{number}/future-states',
  id: 'createFutureState',
  tag: 'Versions',
  summary: 'Make a future state from a version',
  description:
    'A map of its own in the same workspace, with everything that was on the version under the same ids. It keeps what was on it, whatever becomes of the version. A version that is no baseline is refused unless `unsigned` says that it may be one; that is recorded.',
  access: 'write',
  cost: 10,
  idempotent: true,
  params: versionParams,
  body: { kind: 'json', schema: newFutureSchema.meta({ id: 'NewFutureState' }) },
  answer: newMapAnswer(mapSummarySchema),
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'unsupportedMedia'],
  example: { params: { mapId: '{mapId}', number: '1' }, body: { title: 'My bill is right', unsigned: true } },
  handle: async (call) => {
    const { runtime, actor, params, body } = call;
    const { map, role, standing } = await requireMapAccess(actor, params.mapId, 'readVersions', runtime.database);
    if (!canCreateMap(standing)) throw new AppError('forbidden', `The role ${role} does not allow to make maps.`);
    const version = await requireVersion(runtime.database, map.id, params.number);
    const row = await createMapOnce(call, (id) => deriveFuture(runtime, actor, map, version, { ...body, id }));
    return toCreated(call, row);
  },
});

export const listFutureStatesEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/future-states',
  id: 'listFutureStates',
  tag: 'Versions',
  summary: 'List the future states of a map',
  description:
    'Those that were made from its versions and that the person can open, oldest first. Two of them are compared by `GET /maps/{mapId}/compare`.',
  access: 'read',
  conditional: true,
  params: mapIdParams,
  answer: {
    status: 200,
    description: 'The future states.',
    schema: z.object({ items: z.array(listedFutureSchema) }).meta({ id: 'FutureStates' }),
  },
  problems: ['forbidden', 'notFound'],
  example: { params: { mapId: '{mapId}' } },
  handle: async ({ runtime: { database }, actor, params }) => {
    const { map } = await requireMapAccess(actor, params.mapId, 'readVersions', database);
    return { body: { items: await listFutures(database, actor, map.id) } };
  },
});

export const getBaselineEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/baseline',
  id: 'getBaseline',
  tag: 'Versions',
  summary: 'Read what a future state starts from',
  description: 'Also when the version, or the current state, is not there any more: then it says what is missing.',
  access: 'read',
  conditional: true,
  params: mapIdParams,
  answer: { status: 200, description: 'What it starts from.', schema: originSchema },
  problems: ['forbidden', 'notFound'],
  example: { params: { mapId: '{futureMapId}' } },
  handle: async ({ runtime: { database }, actor, params }) => {
    const { map } = await requireMapAccess(actor, params.mapId, 'readVersions', database);
    return { body: await describeOrigin(database, actor, await requireFutureState(database, map.id), map.workspaceId) };
  },
});

export const getBaselineDocumentEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/baseline/document',
  id: 'getBaselineDocument',
  tag: 'Versions',
  summary: 'Read what was on the version that a future state starts from',
  description: 'In the form of `GET /maps/{mapId}/document`, with the same ids.',
  access: 'read',
  conditional: true,
  params: mapIdParams,
  answer: {
    status: 200,
    description: 'The content.',
    schema: z.object({ map: journeyMapContent }).meta({ id: 'BaselineDocument' }),
  },
  problems: ['forbidden', 'notFound'],
  example: { params: { mapId: '{futureMapId}' } },
  handle: async ({ runtime, actor, params }) => {
    const { map } = await requireMapAccess(actor, params.mapId, 'readVersions', runtime.database);
    return { body: toDocumentBody(await readBase(runtime, await requireFutureState(runtime.database, map.id)), false) };
  },
});

export const listCurrentChangesEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/baseline/changes',
  id: 'listCurrentChanges',
  tag: 'Versions',
  summary: 'List what the current state has changed since',
  description:
    'Since the future state was derived from it, or took it over last, and how each change stands to the future state as it is now; behind these, what was taken over before. Not found for whoever cannot open the current state.',
  access: 'read',
  cost: 10,
  conditional: true,
  params: mapIdParams,
  answer: {
    status: 200,
    description: 'The changes.',
    schema: z.object({ items: z.array(currentChangeSchema) }).meta({ id: 'CurrentChanges' }),
  },
  problems: ['forbidden', 'notFound'],
  example: { params: { mapId: '{futureMapId}' } },
  handle: async ({ runtime, actor, params }) => {
    const { map } = await requireMapAccess(actor, params.mapId, 'readVersions', runtime.database);
    const { changes } = await readChanges(runtime, actor, map);
    const items = changes.map(({ difference, ...change }) => ({ ...change, difference: toCompared(difference) }));
    return { body: { items } };
  },
});

const keysBody = z.strictObject({ keys: changeKeysSchema.describe('Keys of changes.') });

export const takeOverChangesEndpoint = endpoint({
  method: 'POST',
  path: '/maps/{mapId}/baseline/changes/take-over',
  id: 'takeOverChanges',
  tag: 'Versions',
  summary: 'Take changes of the current state over into a future state',
  description:
    'In one transaction, for everybody who has it open: what came or went with a change goes with it. Where both changed a text, it gets the words of both; of everything else the current state’s value stands. What is taken over already, or is about something that is gone, is passed over.',
  access: 'write',
  cost: 20,
  params: mapIdParams,
  body: { kind: 'json', schema: keysBody.meta({ id: 'TakeOver' }) },
  answer: {
    status: 200,
    description: 'It is on disk.',
    schema: z.object({ taken: z.array(z.string()).describe('Keys of what was taken over.') }).meta({ id: 'TakenOver' }),
  },
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'unsupportedMedia'],
  example: { params: { mapId: '{futureMapId}' }, body: { keys: ['changed steps {mapId}'] } },
  handle: async ({ runtime, actor, params, body }) => {
    const { map } = await requireMapAccess(actor, params.mapId, 'write', runtime.database);
    return { body: { taken: await takeOverChanges(runtime, actor, map, body.keys) } };
  },
});

export const decideChangesEndpoint = endpoint({
  method: 'POST',
  path: '/maps/{mapId}/baseline/changes/decide',
  id: 'decideChanges',
  tag: 'Versions',
  summary: 'Leave changes of the current state out of a future state',
  description:
    'Notes that they are not taken over (`left`), or that they are open again. A decision holds as long as the change says the same.',
  access: 'write',
  cost: 10,
  params: mapIdParams,
  body: { kind: 'json', schema: keysBody.extend({ left: z.boolean() }).meta({ id: 'ChangeDecision' }) },
  answer: { status: 204, description: 'It is noted.' },
  problems: ['forbidden', 'notFound', 'tooLarge', 'unsupportedMedia'],
  example: { params: { mapId: '{futureMapId}' }, body: { keys: ['changed steps {mapId}'], left: true } },
  handle: async ({ runtime, actor, params, body }) => {
    const { map } = await requireMapAccess(actor, params.mapId, 'write', runtime.database);
    await decideChanges(runtime, actor, map, body);
    return { status: 204 };
  },
});
