import { z } from 'zod';
import { canManageTemplates } from '@/lib/access/workspace';
import { requireMapAccess } from '@/lib/auth/mapAccess';
import { requireTemplateAccess } from '@/lib/auth/templateAccess';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import type { Database } from '@/lib/data/database';
import { findMapTemplate, listMapTemplates, type MapTemplateRow } from '@/lib/data/mapTemplates';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/map/id';
import { readOutline } from '@/lib/map/templates/outline';
import { changeTemplate, removeTemplate, templateChangeSchema } from '@/lib/maps/changeTemplate';
import { newTemplateSchema, saveTemplate } from '@/lib/maps/saveTemplate';
import { endpoint } from '../endpoint';
import { createOnce } from '../once';
import { id, mapIdParams, moment, workspaceIdParams } from '../schemas/common';

const workspaceTemplateSchema = z
  .object({
    id,
    workspaceId: id,
    name: z.string().describe('What it is called; maps that are made from it are called the same at first.'),
    description: z.string(),
    stageCount: z.number().int(),
    stepCount: z.number().int(),
    momentCount: z.number().int().describe('How many all-or-nothing moments it has.'),
    createdAt: moment,
  })
  .meta({ id: 'WorkspaceTemplate', description: 'What a map held when somebody saved it as a template of its workspace.' });

function toBody({ createdAt, outline, ...row }: MapTemplateRow): z.output<typeof workspaceTemplateSchema> {
  const { stages, steps, moments } = readOutline(outline);
  return { ...row, stageCount: stages, stepCount: steps, momentCount: moments, createdAt: createdAt.toISOString() };
}

/** The template that was saved under a key. */
async function findSaved(db: Database, id: string, workspaceId: string): Promise<MapTemplateRow | null> {
  const found = await findMapTemplate(db, id);
  return found?.workspaceId === workspaceId ? found : null;
}

const templateIdParams = z.object({ templateId: id });

export const listWorkspaceTemplatesEndpoint = endpoint({
  method: 'GET',
  path: '/workspaces/{workspaceId}/templates',
  id: 'listWorkspaceTemplates',
  tag: 'Maps',
  summary: 'List a workspace’s own templates',
  description: 'The last saved first; all of them, as there are at most 200. For those of the product see `GET /templates`.',
  access: 'read',
  conditional: true,
  params: workspaceIdParams,
  answer: {
    status: 200,
    description: 'The templates.',
    schema: z.object({ items: z.array(workspaceTemplateSchema) }).meta({ id: 'WorkspaceTemplates' }),
  },
  problems: ['forbidden', 'notFound'],
  example: { params: { workspaceId: '{workspaceId}' } },
  handle: async ({ runtime, actor, params }) => {
    const { database } = runtime;
    const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'workspace.readTemplates', database);
    return { body: { items: (await listMapTemplates(database, workspace.id)).map(toBody) } };
  },
});

export const saveTemplateEndpoint = endpoint({
  method: 'POST',
  path: '/maps/{mapId}/templates',
  id: 'saveTemplate',
  tag: 'Maps',
  summary: 'Save a map as a template of its workspace',
  description: 'A copy of what is on it now: later changes of the map do not reach the template.',
  access: 'write',
  idempotent: true,
  params: mapIdParams,
  body: { kind: 'json', schema: newTemplateSchema.meta({ id: 'NewWorkspaceTemplate' }) },
  answer: { status: 201, description: 'The template.', schema: workspaceTemplateSchema },
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'unsupportedMedia'],
  example: {
    params: { mapId: '{mapId}' },
    body: { name: 'Billing question', description: 'For questions about a bill, by phone', scope: 'structure' },
  },
  handle: async (call) => {
    const { runtime, actor, body } = call;
    const { map, role, standing } = await requireMapAccess(actor, call.params.mapId, 'read', runtime.database);
    if (!canManageTemplates(standing)) throw new AppError('forbidden', `The role ${role} does not allow to save templates.`);
    const row = await createOnce(call, {
      newId,
      find: (templateId) => findSaved(runtime.database, templateId, map.workspaceId),
      make: (templateId) => saveTemplate(runtime, actor, map, body, templateId),
    });
    return { status: 201, body: toBody(row) };
  },
});

export const updateTemplateEndpoint = endpoint({
  method: 'PATCH',
  path: '/templates/{templateId}',
  id: 'updateTemplate',
  tag: 'Maps',
  summary: 'Rename a workspace’s template',
  description: 'Or describe it otherwise. What is absent stays.',
  access: 'write',
  params: templateIdParams,
  body: { kind: 'json', schema: templateChangeSchema.meta({ id: 'WorkspaceTemplateChange' }) },
  answer: { status: 200, description: 'The template as it is now.', schema: workspaceTemplateSchema },
  problems: ['forbidden', 'notFound', 'unsupportedMedia'],
  example: { params: { templateId: '{templateId}' }, body: { name: 'Question about a bill' } },
  handle: async ({ runtime, actor, params, body }) => {
    const template = await requireTemplateAccess(actor, params.templateId, 'workspace.manageTemplates', runtime.database);
    return { body: toBody(await changeTemplate(runtime, actor, template, body)) };
  },
});

export const deleteTemplateEndpoint = endpoint({
  method: 'DELETE',
  path: '/templates/{templateId}',
  id: 'deleteTemplate',
  tag: 'Maps',
  summary: 'Delete a workspace’s template for good',
  description: 'Maps that were made from it stay as they are.',
  access: 'write',
  params: templateIdParams,
  answer: { status: 204, description: 'The template is gone.' },
  problems: ['forbidden', 'notFound'],
  example: { params: { templateId: '{templateId}' } },
  handle: async ({ runtime, actor, params }) => {
    const template = await requireTemplateAccess(actor, params.templateId, 'workspace.manageTemplates', runtime.database);
    await removeTemplate(runtime, actor, template);
    return { status: 204 };
  },
});
