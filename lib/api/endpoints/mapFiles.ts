import { z } from 'zod';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { pageMapFiles } from '@/lib/data/mapFiles';
import { toMapFileBody } from '@/lib/files/mapFileAnswer';
import { mapFileResponse } from '@/lib/files/mapFileResponse';
import { requireMapFile } from '@/lib/files/requireMapFile';
import { storeMapFile } from '@/lib/files/storeMapFile';
import { listHiddenFiles } from '@/lib/workshop/shownMap';
import { endpoint } from '../endpoint';
import { pageOf, pageQuery, readCursor, toPage } from '../page';
import { id, mapIdParams, yesOrNo } from '../schemas/common';
import { attachmentBody, requireFits } from './attachmentBody';

const mapFileSchema = z
  .object({
    fileId: id,
    name: z.string(),
    mediaType: z.string().describe('`image/png` or `image/jpeg` for pictures, else `application/octet-stream`.'),
    size: z.number().int().describe('Bytes.'),
    width: z.number().int().optional().describe('Of a picture, in pixels.'),
    height: z.number().int().optional().describe('Of a picture, in pixels.'),
  })
  .meta({ id: 'MapFile' });

export const listMapFilesEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/files',
  id: 'listMapFiles',
  tag: 'Files',
  summary: 'List the pictures and files of a map',
  description:
    'Newest first; those that no card shows (any more) included, as long as they are kept: those of deleted cards as long as the map. While a silent round is on, what is on its cards is not listed.',
  access: 'read',
  conditional: true,
  params: mapIdParams,
  query: z.object(pageQuery),
  answer: { status: 200, description: 'A page of files.', schema: pageOf(mapFileSchema).meta({ id: 'MapFilePage' }) },
  problems: ['notFound'],
  example: { params: { mapId: '{mapId}' }, query: { limit: '10' } },
  handle: async ({ runtime, actor, params, query }) => {
    const { map } = await requireMapAccess(actor, params.mapId, 'read', runtime.database);
    const { limit, cursor } = query;
    const rows = await pageMapFiles(runtime.database, map.id, { after: readCursor(cursor), limit: limit + 1 });
    const { items, nextCursor } = toPage(rows, limit, (row) => ({ at: row.createdAt, id: row.id }), toMapFileBody);
    const hidden = await listHiddenFiles(runtime, map.id);
    return { body: { items: items.filter(({ fileId }) => !hidden.has(fileId)), nextCursor } };
  },
});

export const uploadMapFileEndpoint = endpoint({
  method: 'POST',
  path: '/maps/{mapId}/files',
  id: 'uploadMapFile',
  tag: 'Files',
  summary: 'Add a picture or file to a map',
  description: [
    'The body is the file as it is. What it is says its content alone: PNG, JPEG, WebP and GIF become pictures, made anew from their pixels and without what cameras write into files; everything else, SVG and AVIF included, can only be saved. Programs, scripts and documents with macros are refused.',
    'The file is on no card yet: the operation `addAttachment` puts it there, with what this call answers. One that is on no card goes after some weeks; a deleted card keeps its own.',
  ].join('\n\n'),
  access: 'write',
  cost: 10,
  params: mapIdParams,
  query: z.object({ name: z.string().max(300).default('').describe('The file’s name.') }),
  body: attachmentBody,
  answer: { status: 201, description: 'The file.', schema: mapFileSchema },
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'unsupportedMedia'],
  example: { params: { mapId: '{mapId}' }, query: { name: 'notes.txt' }, body: 'What the customer said' },
  handle: async ({ runtime, actor, params, query, body, locale }) => {
    const { map } = await requireMapAccess(actor, params.mapId, 'write', runtime.database);
    requireFits(body, runtime.env);
    const file = await storeMapFile(runtime, actor, map.id, { bytes: body, name: query.name, locale });
    return { status: 201, body: toMapFileBody(file) };
  },
});

export const getMapFileEndpoint = endpoint({
  method: 'GET',
  path: '/maps/{mapId}/files/{fileId}',
  id: 'getMapFile',
  tag: 'Files',
  summary: 'Read a picture or file of a map',
  access: 'read',
  params: mapIdParams.extend({ fileId: id }),
  query: z.object({
    version: z.enum(['large', 'small']).default('large').describe('`small`: a picture as large as cards show it.'),
    save: yesOrNo.default(false).describe('`true`: a picture is answered as a file to be saved, as other files always are.'),
  }),
  answer: {
    status: 200,
    description: 'The file.',
    mediaTypes: ['image/png', 'image/jpeg', 'application/octet-stream'],
    headers: { 'Content-Disposition': 'Whether it may be shown; the file’s name.' },
  },
  problems: ['notFound'],
  example: { params: { mapId: '{mapId}', fileId: '{fileId}' } },
  handle: async ({ runtime, request, actor, params, query }) => {
    const { map } = await requireMapAccess(actor, params.mapId, 'read', runtime.database);
    const file = await requireMapFile(runtime.database, map.id, params.fileId);
    return mapFileResponse(runtime.database, request, file, query);
  },
});
