import { z } from 'zod';
import { actorIdOf } from '@/lib/access/actor';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import type { Database } from '@/lib/data/database';
import { findVersionById, listVersionRows, type VersionRow } from '@/lib/data/versions';
import { newId } from '@/lib/map/id';
import { deleteVersion } from '@/lib/versions/deleteVersion';
import { describeVersion, describeVersions } from '@/lib/versions/listVersions';
import { requireVersion } from '@/lib/versions/readVersion';
import { newVersionSchema, saveVersion } from '@/lib/versions/saveVersion';
import { endpoint } from '../endpoint';
import { createOnce } from '../once';
import { pageOf, pageQuery, readCursor, toPage } from '../page';
import { mapIdParams } from '../schemas/common';
import { versionParams, versionSchema } from '../schemas/version';

/** The highest number that a version can have in the database (int4). */
const highestNumber = 2_147_483_647;

export const listVersionsEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/versions',
  id: 'listVersions',
  tag: 'Versions',
  summary: 'List the versions of a map',
  description: 'The newest first, without their content. The event `versions.changed` says that there are others.',
  access: 'read',
  conditional: true,
  params: mapIdParams,
  query: z.object(pageQuery),
  answer: { status: 200, description: 'A page of versions.', schema: pageOf(versionSchema).meta({ id: 'VersionPage' }) },
  problems: ['forbidden', 'notFound'],
  example: { params: { mapId: '{mapId}' } },
  handle: async ({ runtime: { database }, actor, params, query: { limit, cursor } }) => {
    const { map } = await requireMapAccess(actor, params.mapId, 'readVersions', database);
    // The place in this list is a number, for which a cursor has room where others hold a time; the database's numbers end earlier.
    const place = readCursor(cursor)?.at.getTime();
    const before = place === undefined ? undefined : Math.min(place, highestNumber);
    const rows = await listVersionRows(database, map.id, { before, limit: limit + 1 });
    const described = new Map((await describeVersions(database, rows)).map((version) => [version.number, version]));
    const cursorOf = ({ id, number }: VersionRow) => ({ id, at: new Date(number) });
    return { body: toPage(rows, limit, cursorOf, ({ number }) => described.get(number)) };
  },
});

/** The version that was saved under a key. */
async function findSaved(db: Database, id: string, mapId: string): Promise<VersionRow | null> {
  const found = await findVersionById(db, id);
  return found?.mapId === mapId ? found : null;
}

export const saveVersionEndpoint = endpoint({
  method: 'POST',
  path: '/maps/{mapId}/versions',
  id: 'saveVersion',
  tag: 'Versions',
  summary: 'Keep a map as it is now as a version',
  description: 'Everything that people are typing is in it. It stays as long as the map, unless an owner deletes it.',
  access: 'write',
  cost: 10,
  idempotent: true,
  params: mapIdParams,
  body: { kind: 'json', schema: newVersionSchema.meta({ id: 'NewVersion' }) },
  answer: { status: 201, description: 'The version.', schema: versionSchema },
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'unsupportedMedia'],
  example: {
    params: { mapId: '{mapId}' },
    body: { name: 'As agreed with billing', note: 'After the workshop of 14 March' },
  },
  handle: async (call) => {
    const { runtime, actor, params, body } = call;
    const { map } = await requireMapAccess(actor, params.mapId, 'saveVersion', runtime.database);
    const row = await createOnce(call, {
      newId,
      find: (id) => findSaved(runtime.database, id, map.id),
      make: (id) => saveVersion(runtime, map, { kind: 'manual', actorId: actorIdOf(actor), ...body, id }),
    });
    return { status: 201, body: await describeVersion(runtime.database, row) };
  },
});

export const getVersionEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/versions/{number}',
  id: 'getVersion',
  tag: 'Versions',
  summary: 'Read what is known of a version',
  description: 'What was on the map says `GET /maps/{mapId}/versions/{number}/document`.',
  access: 'read',
  conditional: true,
  params: versionParams,
  answer: { status: 200, description: 'The version.', schema: versionSchema },
  problems: ['forbidden', 'notFound'],
  example: { params: { mapId: '{mapId}', number: '1' } },
  handle: async ({ runtime: { database }, actor, params }) => {
    const { map } = await requireMapAccess(actor, params.mapId, 'readVersions', database);
    return { body: await describeVersion(database, await requireVersion(database, map.id, params.number)) };
  },
});

export const deleteVersionEndpoint = endpoint({
  method: 'DELETE',
  path: '/maps/{mapId}/versions/{number}',
  id: 'deleteVersion',
  tag: 'Versions',
  summary: 'Delete a version for good',
  description:
    'Only owners can. The audit log keeps that there was one. If it is up for sign-off, that is over; of a baseline it stays known who has signed what is gone.',
  access: 'write',
  params: versionParams,
  answer: { status: 204, description: 'The version is gone.' },
  problems: ['forbidden', 'notFound'],
  example: { params: { mapId: '{mapId}', number: '1' } },
  handle: async ({ runtime, actor, params }) => {
    const { map } = await requireMapAccess(actor, params.mapId, 'deleteVersion', runtime.database);
    const version = await requireVersion(runtime.database, map.id, params.number);
    await deleteVersion(runtime, actor, map, version);
    return { status: 204 };
  },
});
