import { z } from 'zod';
import { actorIdOf } from '@/lib/access/actor';
import { canInviteMembers } from '@/lib/access/workspace';
import { invite, inviteSchema } from '@/lib/auth/invitations';
import { endMembership, memberRoleSchema, setMemberRole } from '@/lib/auth/members';
import { findWorkspaceAccess, requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { findInvitation, listInvitations, revokeInvitation } from '@/lib/data/invitations';
import { listMembers } from '@/lib/data/memberships';
import { AppError } from '@/lib/errors';
import { endpoint } from '../endpoint';
import { id, moment, role, workspaceIdParams } from '../schemas/common';

const memberSchema = z.object({ userId: id, name: z.string(), email: z.string(), role, joinedAt: moment }).meta({ id: 'Member' });
const invitationFields = { id, email: z.string(), role, createdAt: moment, expiresAt: moment };
const invitationSchema = z.object(invitationFields).meta({ id: 'Invitation' });
const madeInvitationSchema = z
  .object({
    ...invitationFields,
    url: z.url().describe('The link to pass on. It is shown this once.'),
    mailed: z.boolean().describe('Whether it was mailed, too.'),
  })
  .meta({ id: 'MadeInvitation' });

const memberParams = workspaceIdParams.extend({ userId: id });

const isoDates = <Row extends { createdAt: Date; expiresAt: Date }>(row: Row) => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
});

export const listMembersEndpoint = endpoint({
  method: 'GET',
  path: '/workspaces/{workspaceId}/members',
  id: 'listMembers',
  tag: 'Workspaces',
  summary: 'List the members',
  access: 'read',
  conditional: true,
  params: workspaceIdParams,
  answer: {
    status: 200,
    description: 'All of them, the longest known first.',
    schema: z.object({ items: z.array(memberSchema) }).meta({ id: 'Members' }),
  },
  problems: ['notFound'],
  example: { params: { workspaceId: '{workspaceId}' } },
  handle: async ({ runtime, actor, params }) => {
    const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'member.list', runtime.database);
    const rows = await listMembers(runtime.database, workspace.id);
    return { body: { items: rows.map((row) => ({ ...row, joinedAt: row.joinedAt.toISOString() })) } };
  },
});

export const changeRoleEndpoint = endpoint({
  method: 'PATCH',
  path: '/workspaces/{workspaceId}/members/{userId}',
  id: 'changeRole',
  tag: 'Workspaces',
  summary: 'Give a member another role',
  description: 'Their open maps learn of it at once. A workspace always keeps an owner.',
  access: 'write',
  params: memberParams,
  body: { kind: 'json', schema: memberRoleSchema.meta({ id: 'RoleChange' }) },
  answer: { status: 204, description: 'The member has the role.' },
  problems: ['forbidden', 'notFound', 'conflict', 'unsupportedMedia'],
  example: { params: { workspaceId: '{workspaceId}', userId: '{memberId}' }, body: { role: 'editor' } },
  handle: async ({ runtime, actor, params, body }) => {
    const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'member.changeRole', runtime.database);
    await setMemberRole(runtime, actor, { workspaceId: workspace.id, userId: params.userId, role: body.role });
    return { status: 204 };
  },
});

export const removeMemberEndpoint = endpoint({
  method: 'DELETE',
  path: '/workspaces/{workspaceId}/members/{userId}',
  id: 'removeMember',
  tag: 'Workspaces',
  summary: 'Remove a member, or leave the workspace',
  access: 'write',
  params: memberParams,
  answer: { status: 204, description: 'The person belongs to the workspace no more.' },
  problems: ['forbidden', 'notFound', 'conflict'],
  example: { params: { workspaceId: '{workspaceId}', userId: '{memberId}' } },
  handle: async ({ runtime, actor, params }) => {
    const access = await requireWorkspaceAccess(actor, params.workspaceId, 'workspace.read', runtime.database);
    await endMembership(runtime, actor, access, params.userId);
    return { status: 204 };
  },
});

export const listInvitationsEndpoint = endpoint({
  method: 'GET',
  path: '/workspaces/{workspaceId}/invitations',
  id: 'listInvitations',
  tag: 'Workspaces',
  summary: 'List open invitations',
  access: 'read',
  params: workspaceIdParams,
  answer: {
    status: 200,
    description: 'Those that can still be accepted, newest first.',
    schema: z.object({ items: z.array(invitationSchema) }).meta({ id: 'Invitations' }),
  },
  problems: ['forbidden', 'notFound'],
  example: { params: { workspaceId: '{workspaceId}' } },
  handle: async ({ runtime, actor, params }) => {
    const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'member.invite', runtime.database);
    return { body: { items: (await listInvitations(runtime.database, workspace.id)).map(isoDates) } };
  },
});

export const inviteEndpoint = endpoint({
  method: 'POST',
  path: '/workspaces/{workspaceId}/invitations',
  id: 'invite',
  tag: 'Workspaces',
  summary: 'Invite somebody',
  description: 'An earlier open invitation to the same address is withdrawn by it, so calling twice leaves one.',
  access: 'write',
  params: workspaceIdParams,
  body: { kind: 'json', schema: inviteSchema.meta({ id: 'NewInvitation' }) },
  answer: { status: 201, description: 'The invitation with its link.', schema: madeInvitationSchema },
  problems: ['forbidden', 'notFound', 'conflict', 'unsupportedMedia'],
  example: { params: { workspaceId: '{workspaceId}' }, body: { email: 'priya@example.org', role: 'editor' } },
  handle: async ({ runtime, actor, params, body, request, locale }) => {
    const { workspace } = await requireWorkspaceAccess(actor, params.workspaceId, 'member.invite', runtime.database);
    const made = await invite(runtime, actor, workspace, body, { headers: request.headers, locale });
    return { status: 201, body: isoDates(made) };
  },
});

export const withdrawInvitationEndpoint = endpoint({
  method: 'DELETE',
  path: '/workspaces/{workspaceId}/invitations/{invitationId}',
  id: 'withdrawInvitation',
  tag: 'Workspaces',
  summary: 'Withdraw an invitation',
  access: 'write',
  params: workspaceIdParams.extend({ invitationId: id }),
  answer: { status: 204, description: 'The invitation opens nothing any more.' },
  problems: ['forbidden', 'notFound'],
  example: { params: { workspaceId: '{workspaceId}', invitationId: '{invitationId}' } },
  handle: async ({ runtime, actor, params }) => {
    const { database } = runtime;
    const access = await findWorkspaceAccess(database, actor, params.workspaceId);
    const invitation = access && (await findInvitation(database, params.invitationId));
    // In the same words for an invitation of others.
    if (!access || invitation?.workspaceId !== access.workspace.id) throw new AppError('notFound', 'No such invitation.');
    if (!canInviteMembers(access.standing)) throw new AppError('forbidden', `The role ${access.role} does not allow to invite.`);
    await revokeInvitation(database, { ...invitation, actorId: actorIdOf(actor) });
    return { status: 204 };
  },
});
