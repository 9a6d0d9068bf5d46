import { z } from 'zod';
import { requireSourceAccess } from '@/lib/auth/sourceAccess';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import type { Database } from '@/lib/data/database';
import { listColumns } from '@/lib/data/evidence/columns';
import { findSource, listSources, type SourceRow } from '@/lib/data/evidence/sources';
import { reckoningSchema } from '@/lib/evidence/scoreMethod';
import { newId } from '@/lib/map/id';
import { listDimensions } from '@/lib/sources/listDimensions';
import {
  addSource,
  correctColumn,
  editSource,
  newSourceSchema,
  removeSource,
  sourceChangeSchema,
} from '@/lib/sources/manageSources';
import { endpoint } from '../endpoint';
import { createOnce } from '../once';
import { workspaceIdParams } from '../schemas/common';
import { columnParams, evidenceColumnSchema, sourceDimensionSchema, sourceIdParams, sourceSchema } from '../schemas/evidence';
import { toColumnBody, toSourceBody } from './sourceBodies';

export const listSourcesEndpoint = endpoint({
  method: 'GET',
  path: '/workspaces/{workspaceId}/sources',
  id: 'listSources',
  tag: 'Evidence',
  summary: 'List a workspace’s sources of evidence',
  description: 'All of them by name, as there are at most 500.',
  access: 'read',
  conditional: true,
  params: workspaceIdParams,
  answer: {
    status: 200,
    description: 'The sources.',
    schema: z.object({ items: z.array(sourceSchema) }).meta({ id: 'EvidenceSources' }),
  },
  problems: ['forbidden', 'notFound'],
  example: { params: { workspaceId: '{workspaceId}' } },
  handle: async ({ runtime, actor, params }) => {
    const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'workspace.readFigures', runtime.database);
    return { body: { items: (await listSources(runtime.database, workspace.id)).map(toSourceBody) } };
  },
});

/** The source that was made under a key. */
async function findMade(db: Database, id: string, workspaceId: string): Promise<SourceRow | null> {
  const found = await findSource(db, id);
  return found?.workspaceId === workspaceId ? found : null;
}

export const createSourceEndpoint = endpoint({
  method: 'POST',
  path: '/workspaces/{workspaceId}/sources',
  id: 'createSource',
  tag: 'Evidence',
  summary: 'Make a source of evidence',
  description: 'Answers come into it by files: see `uploadAnswers`.',
  access: 'write',
  idempotent: true,
  params: workspaceIdParams,
  body: { kind: 'json', schema: newSourceSchema.meta({ id: 'NewEvidenceSource' }) },
  answer: { status: 201, description: 'The source.', schema: sourceSchema },
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'unsupportedMedia'],
  example: {
    params: { workspaceId: '{workspaceId}' },
    body: { kind: 'survey', name: 'After the call', basis: 'transactional', retentionDays: 730 },
  },
  handle: async (call) => {
    const { runtime, actor, params, body } = call;
    const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'workspace.manageSources', runtime.database);
    const row = await createOnce(call, {
      newId,
      find: (id) => findMade(runtime.database, id, workspace.id),
      make: (id) => addSource(runtime, actor, workspace.id, body, id),
    });
    return { status: 201, body: toSourceBody(row) };
  },
});

export const getSourceEndpoint = endpoint({
  method: 'GET',
  path: '/sources/{sourceId}',
  id: 'getSource',
  tag: 'Evidence',
  summary: 'Read a source, with what it asks',
  access: 'read',
  conditional: true,
  params: sourceIdParams,
  answer: {
    status: 200,
    description: 'The source, its columns, and what its answers are told apart by.',
    schema: z
      .object({ source: sourceSchema, columns: z.array(evidenceColumnSchema), dimensions: z.array(sourceDimensionSchema) })
      .meta({ id: 'EvidenceSourceWithColumns' }),
  },
  problems: ['forbidden', 'notFound'],
  example: { params: { sourceId: '{sourceId}' } },
  handle: async ({ runtime, actor, params }) => {
    const source = await requireSourceAccess(actor, params.sourceId, 'workspace.readFigures', runtime.database);
    const columns = await listColumns(runtime.database, source.id);
    const dimensions = await listDimensions(runtime, source);
    return { body: { source: toSourceBody(source), columns: columns.map(toColumnBody), dimensions } };
  },
});

export const updateSourceEndpoint = endpoint({
  method: 'PATCH',
  path: '/sources/{sourceId}',
  id: 'updateSource',
  tag: 'Evidence',
  summary: 'Rename a source, or say how long it keeps answers',
  description: 'What is absent stays.',
  access: 'write',
  params: sourceIdParams,
  body: { kind: 'json', schema: sourceChangeSchema.meta({ id: 'EvidenceSourceChange' }) },
  answer: { status: 200, description: 'The source as it is now.', schema: sourceSchema },
  problems: ['forbidden', 'notFound', 'tooLarge', 'unsupportedMedia'],
  example: { params: { sourceId: '{sourceId}' }, body: { name: 'After the call', retentionDays: 365 } },
  handle: async ({ runtime, actor, params, body }) => {
    const source = await requireSourceAccess(actor, params.sourceId, 'workspace.manageSources', runtime.database);
    return { body: toSourceBody(await editSource(runtime, actor, source, body)) };
  },
});

export const correctColumnEndpoint = endpoint({
  method: 'PATCH',
  path: '/sources/{sourceId}/columns/{number}',
  id: 'correctColumn',
  tag: 'Evidence',
  summary: 'Correct how a score was asked, or is reckoned',
  description:
    'Answers stay as they came: those off the new scale are counted apart. Later files of a shape that is remembered are read on the new one.',
  access: 'write',
  params: columnParams,
  body: { kind: 'json', schema: reckoningSchema.meta({ id: 'EvidenceReckoning' }) },
  answer: { status: 200, description: 'The column as it is now.', schema: evidenceColumnSchema },
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'unsupportedMedia'],
  example: {
    params: { sourceId: '{sourceId}', number: '1' },
    body: { scale: { metric: 'ces', min: 1, max: 5, direction: 'lowIsGood' }, method: { kind: 'mean' } },
  },
  handle: async ({ runtime, actor, params, body }) => {
    const source = await requireSourceAccess(actor, params.sourceId, 'workspace.manageSources', runtime.database);
    return { body: toColumnBody(await correctColumn(runtime, actor, source, params.number, body)) };
  },
});

export const deleteSourceEndpoint = endpoint({
  method: 'DELETE',
  path: '/sources/{sourceId}',
  id: 'deleteSource',
  tag: 'Evidence',
  summary: 'Delete a source with all its answers for good',
  access: 'write',
  params: sourceIdParams,
  answer: { status: 204, description: 'The source is gone.' },
  problems: ['forbidden', 'notFound'],
  example: { params: { sourceId: '{sourceId}' } },
  handle: async ({ runtime, actor, params }) => {
    const source = await requireSourceAccess(actor, params.sourceId, 'workspace.manageSources', runtime.database);
    await removeSource(runtime, actor, source);
    return { status: 204 };
  },
});
