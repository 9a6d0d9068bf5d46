import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { findAnswerLimits } from '@/lib/data/evidence/limits';
import { changeLimits } from '@/lib/sources/changeLimits';
import { endpoint } from '../endpoint';
import { workspaceIdParams } from '../schemas/common';
import { givenLimitsSchema, limitsSchema } from '../schemas/evidence';

export const getAnswerLimitsEndpoint = endpoint({
  method: 'GET',
  path: '/workspaces/{workspaceId}/evidence/limits',
  id: 'getAnswerLimits',
  tag: 'Evidence',
  summary: 'Read from how many answers on there are scores',
  access: 'read',
  conditional: true,
  params: workspaceIdParams,
  answer: { status: 200, description: 'The limits.', schema: limitsSchema },
  problems: ['forbidden', 'notFound'],
  example: { params: { workspaceId: '{workspaceId}' } },
  handle: async ({ runtime: { database }, actor, params }) => {
    const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'workspace.readFigures', database);
    return { body: await findAnswerLimits(database, workspace.id) };
  },
});

export const setAnswerLimitsEndpoint = endpoint({
  method: 'PATCH',
  path: '/workspaces/{workspaceId}/evidence/limits',
  id: 'setAnswerLimits',
  tag: 'Evidence',
  summary: 'Say from how many answers on there are scores',
  description:
    'For all sources and maps of the workspace, at once. Figures that versions keep stay as they stood. Only an owner may; the audit log tells it.',
  access: 'write',
  params: workspaceIdParams,
  body: { kind: 'json', schema: givenLimitsSchema },
  answer: { status: 200, description: 'The limits as they are now.', schema: limitsSchema },
  problems: ['forbidden', 'notFound', 'unsupportedMedia'],
  example: { params: { workspaceId: '{workspaceId}' }, body: { score: 10, firm: 30 } },
  handle: async ({ runtime, actor, params, body }) => {
    const access = await requireWorkspaceAccess(actor, params.workspaceId, 'workspace.setAnswerLimits', runtime.database);
    await changeLimits(runtime, actor, access.workspace.id, body);
    return { body };
  },
});
