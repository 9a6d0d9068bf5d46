import { z } from 'zod';
import { handOver, handOverSchema } from '@/lib/auth/members';
import { requireDeletedWorkspaceAccess, requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { bringWorkspaceBack, removeWorkspace, removeWorkspaceForGood } from '@/lib/workspaces/removeWorkspace';
import { endpoint } from '../endpoint';
import { workspaceIdParams } from '../schemas/common';
import { toWorkspaceBody, workspaceSchema } from '../schemas/workspace';

const confirmQuery = z.object({
  confirm: z.string().max(200).describe('The workspace’s name, so that no slip of an id deletes one.'),
});

export const deleteWorkspaceEndpoint = endpoint({
  method: 'DELETE',
  path: '/workspaces/{workspaceId}',
  id: 'deleteWorkspace',
  tag: 'Workspaces',
  summary: 'Put a workspace with all its maps into the bin',
  description: 'For owners. Whoever has one of its maps open is sent away. It can be restored from the bin.',
  access: 'write',
  params: workspaceIdParams,
  query: confirmQuery,
  answer: { status: 204, description: 'The workspace is in the bin.' },
  problems: ['forbidden', 'notFound'],
  example: { params: { workspaceId: '{workspaceId}' }, query: { confirm: '{workspaceName}' } },
  handle: async ({ runtime, actor, params, query }) => {
    const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'workspace.delete', runtime.database);
    await removeWorkspace(runtime, actor, workspace, { name: query.confirm, path: 'confirm' });
    return { status: 204 };
  },
});

export const restoreWorkspaceEndpoint = endpoint({
  method: 'POST',
  path: '/workspaces/{workspaceId}/restore',
  id: 'restoreWorkspace',
  tag: 'Workspaces',
  summary: 'Take a workspace out of the bin',
  access: 'write',
  params: workspaceIdParams,
  answer: { status: 200, description: 'The workspace.', schema: workspaceSchema },
  problems: ['forbidden', 'notFound'],
  example: { params: { workspaceId: '{deletedWorkspaceId}' } },
  handle: async ({ runtime, actor, params }) => {
    const found = await requireDeletedWorkspaceAccess(actor, params.workspaceId, 'workspace.delete', runtime.database);
    await bringWorkspaceBack(runtime, actor, found.workspace);
    return { body: toWorkspaceBody(found.workspace, found.role) };
  },
});

export const purgeWorkspaceEndpoint = endpoint({
  method: 'POST',
  path: '/workspaces/{workspaceId}/purge',
  id: 'purgeWorkspace',
  tag: 'Workspaces',
  summary: 'Remove a workspace from the bin for good, with every map',
  description: 'For owners. Nothing brings it back but a backup.',
  access: 'write',
  params: workspaceIdParams,
  query: confirmQuery,
  answer: { status: 204, description: 'The workspace is gone.' },
  problems: ['forbidden', 'notFound'],
  example: { params: { workspaceId: '{deletedWorkspaceId}' }, query: { confirm: '{deletedWorkspaceName}' } },
  handle: async ({ runtime, actor, params, query }) => {
    const found = await requireDeletedWorkspaceAccess(actor, params.workspaceId, 'workspace.purge', runtime.database);
    await removeWorkspaceForGood(runtime, actor, found.workspace, { name: query.confirm, path: 'confirm' });
    return { status: 204 };
  },
});

export const handOverEndpoint = endpoint({
  method: 'POST',
  path: '/workspaces/{workspaceId}/hand-over',
  id: 'handOver',
  tag: 'Workspaces',
  summary: 'Hand a workspace over',
  description: 'Another member becomes owner, and the person an editor, in one step.',
  access: 'write',
  params: workspaceIdParams,
  body: { kind: 'json', schema: handOverSchema.meta({ id: 'HandOver' }) },
  answer: { status: 204, description: 'The member owns the workspace.' },
  problems: ['forbidden', 'notFound', 'conflict', 'unsupportedMedia'],
  example: { params: { workspaceId: '{workspaceId}' }, body: { userId: '{memberId}' } },
  handle: async ({ runtime, actor, params, body }) => {
    const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'workspace.handOver', runtime.database);
    await handOver(runtime, actor, { workspaceId: workspace.id, userId: body.userId });
    return { status: 204 };
  },
});
