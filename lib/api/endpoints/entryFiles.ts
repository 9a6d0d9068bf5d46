import { z } from 'zod';
import { requireSourceAccess } from '@/lib/auth/sourceAccess';
import { mapFileResponse } from '@/lib/files/mapFileResponse';
import { attachFile, detachFile, requireEntryFile } from '@/lib/sources/entries/entryFiles';
import { endpoint } from '../endpoint';
import { yesOrNo } from '../schemas/common';
import { entryFileParams, entryIdParams } from '../schemas/entries';
import { entryFileSchema } from '../schemas/evidence';
import { attachmentBody, requireFits } from './attachmentBody';
import { toEntryFileBody } from './sourceBodies';

export const attachFileEndpoint = endpoint({
  method: 'POST',
  path: '/sources/{sourceId}/entries/{entryId}/files',
  id: 'attachEntryFile',
  tag: 'Evidence',
  summary: 'Add a picture or file to an entry',
  description:
    'The body is the file as it is, and its content alone says what it is, as with files on cards. Whoever may read answers may read it; it goes with the entry.',
  access: 'write',
  cost: 10,
  params: entryIdParams,
  query: z.object({ name: z.string().max(300).default('').describe('The file’s name.') }),
  body: attachmentBody,
  answer: { status: 201, description: 'The file.', schema: entryFileSchema },
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'unsupportedMedia'],
  example: {
    params: { sourceId: '{interviewsId}', entryId: '{entryId}' },
    query: { name: 'notes.txt' },
    body: 'What the customer drew',
  },
  handle: async ({ runtime, actor, params, query, body, locale }) => {
    const source = await requireSourceAccess(actor, params.sourceId, 'workspace.importAnswers', runtime.database);
    requireFits(body, runtime.env);
    const file = await attachFile(runtime, actor, source, params.entryId, { bytes: body, name: query.name, locale });
    return { status: 201, body: toEntryFileBody(file) };
  },
});

export const getEntryFileEndpoint = endpoint({
  method: 'GET',
  path: '/sources/{sourceId}/entries/{entryId}/files/{fileId}',
  id: 'getEntryFile',
  tag: 'Evidence',
  summary: 'Read a picture or file of an entry',
  access: 'read',
  params: entryFileParams,
  query: z.object({
    version: z.enum(['large', 'small']).default('large').describe('`small`: a picture as large as lists show it.'),
    save: yesOrNo.default(false).describe('`true`: a picture is answered as a file to be saved, as other files always are.'),
  }),
  answer: {
    status: 200,
    description: 'The file.',
    mediaTypes: ['image/png', 'image/jpeg', 'application/octet-stream'],
    headers: { 'Content-Disposition': 'Whether it may be shown; the file’s name.' },
  },
  problems: ['forbidden', 'notFound'],
  example: { params: { sourceId: '{interviewsId}', entryId: '{entryId}', fileId: '{entryFileId}' } },
  handle: async ({ runtime, request, actor, params, query }) => {
    const source = await requireSourceAccess(actor, params.sourceId, 'workspace.readAnswers', runtime.database);
    const file = await requireEntryFile(runtime, source.id, params.entryId, params.fileId);
    return mapFileResponse(runtime.database, request, file, query);
  },
});

export const detachFileEndpoint = endpoint({
  method: 'DELETE',
  path: '/sources/{sourceId}/entries/{entryId}/files/{fileId}',
  id: 'detachEntryFile',
  tag: 'Evidence',
  summary: 'Take a picture or file from an entry for good',
  access: 'write',
  params: entryFileParams,
  answer: { status: 204, description: 'The file is gone.' },
  problems: ['forbidden', 'notFound'],
  example: { params: { sourceId: '{interviewsId}', entryId: '{entryId}', fileId: '{entryFileId}' } },
  handle: async ({ runtime, actor, params }) => {
    const source = await requireSourceAccess(actor, params.sourceId, 'workspace.importAnswers', runtime.database);
    await detachFile(runtime, source, params.entryId, params.fileId);
    return { status: 204 };
  },
});
