import { z } from 'zod';
import { actorIdOf } from '@/lib/access/actor';
import { findWorkspaceAccess, requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { listBinnedWorkspaces } from '@/lib/data/workspaceBin';
import { listWorkspaces, renameWorkspace } from '@/lib/data/workspaces';
import { newId } from '@/lib/map/id';
import { addWorkspace, newWorkspaceSchema } from '@/lib/workspaces/addWorkspace';
import { endpoint } from '../endpoint';
import { createOnce } from '../once';
import { workspaceIdParams, yesOrNo } from '../schemas/common';
import { toWorkspaceBody, workspaceSchema } from '../schemas/workspace';

export const listWorkspacesEndpoint = endpoint({
  method: 'GET',
  path: '/workspaces',
  id: 'listWorkspaces',
  tag: 'Workspaces',
  summary: 'List the person’s workspaces',
  access: 'read',
  conditional: true,
  query: z.object({ deleted: yesOrNo.default(false).describe('`true`: those in the bin instead, that the person owns.') }),
  answer: {
    status: 200,
    description: 'All of them, the longest known first.',
    schema: z.object({ items: z.array(workspaceSchema) }).meta({ id: 'Workspaces' }),
  },
  problems: [],
  example: {},
  handle: async ({ runtime, actor, query }) => {
    const items = query.deleted
      ? (await listBinnedWorkspaces(runtime.database, actor.userId)).map((row) => toWorkspaceBody(row, 'owner'))
      : (await listWorkspaces(runtime.database, actor.userId)).map((row) => toWorkspaceBody(row, row.role));
    return { body: { items } };
  },
});

export const createWorkspaceEndpoint = endpoint({
  method: 'POST',
  path: '/workspaces',
  id: 'createWorkspace',
  tag: 'Workspaces',
  summary: 'Make a workspace',
  description: 'The person owns it. Who may make workspaces, the setting NEW_WORKSPACES says.',
  access: 'write',
  idempotent: true,
  body: { kind: 'json', schema: newWorkspaceSchema.meta({ id: 'NewWorkspace' }) },
  answer: { status: 201, description: 'The workspace.', schema: workspaceSchema },
  problems: ['forbidden', 'conflict', 'unsupportedMedia'],
  example: { body: { name: 'Second line' } },
  handle: async (call) => {
    const { runtime, actor, body } = call;
    const row = await createOnce(call, {
      newId,
      find: async (id) => (await findWorkspaceAccess(runtime.database, actor, id))?.workspace ?? null,
      make: (id) => addWorkspace(runtime, actor, body, id),
    });
    return { status: 201, body: toWorkspaceBody(row, 'owner') };
  },
});

export const getWorkspaceEndpoint = endpoint({
  method: 'GET',
  path: '/workspaces/{workspaceId}',
  id: 'getWorkspace',
  tag: 'Workspaces',
  summary: 'Read a workspace',
  access: 'read',
  conditional: true,
  params: workspaceIdParams,
  answer: { status: 200, description: 'The workspace.', schema: workspaceSchema },
  problems: ['notFound'],
  example: { params: { workspaceId: '{workspaceId}' } },
  handle: async ({ runtime, actor, params }) => {
    const access = await requireWorkspaceAccess(actor, params.workspaceId, 'workspace.read', runtime.database);
    return { body: toWorkspaceBody(access.workspace, access.role) };
  },
});

export const renameWorkspaceEndpoint = endpoint({
  method: 'PATCH',
  path: '/workspaces/{workspaceId}',
  id: 'renameWorkspace',
  tag: 'Workspaces',
  summary: 'Give a workspace another name',
  access: 'write',
  params: workspaceIdParams,
  body: { kind: 'json', schema: newWorkspaceSchema.meta({ id: 'WorkspaceChange' }) },
  answer: { status: 200, description: 'The workspace as it is now.', schema: workspaceSchema },
  problems: ['forbidden', 'notFound', 'unsupportedMedia'],
  example: { params: { workspaceId: '{workspaceId}' }, body: { name: 'Customer service' } },
  handle: async ({ runtime, actor, params, body }) => {
    const access = await requireWorkspaceAccess(actor, params.workspaceId, 'workspace.rename', runtime.database);
    const change = { id: access.workspace.id, name: body.name, actorId: actorIdOf(actor) };
    const row = await renameWorkspace(runtime.database, change);
    await runtime.events.publish({ kind: 'maps.changed', workspaceId: row.id });
    return { body: toWorkspaceBody(row, access.role) };
  },
});
