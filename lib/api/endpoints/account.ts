import { z } from 'zod';
import { tokenScopes } from '@/lib/access/actor';
import { endAccessToken } from '@/lib/auth/accessTokens';
import { listAccessTokens } from '@/lib/data/accessTokens';
import { AppError } from '@/lib/errors';
import { endpoint } from '../endpoint';
import { id, moment } from '../schemas/common';

const meSchema = z
  .object({
    id,
    name: z.string(),
    email: z.string(),
    token: z
      .object({ id, name: z.string(), scope: z.enum(tokenScopes), createdAt: moment, expiresAt: moment.nullable() })
      .nullable()
      .describe('The token of this request; null when a signed-in browser asks.'),
  })
  .meta({ id: 'Account' });

export const getAccountEndpoint = endpoint({
  method: 'GET',
  path: '/account',
  id: 'getAccount',
  tag: 'Account',
  summary: 'Who the token acts for',
  access: 'read',
  answer: { status: 200, description: 'The account.', schema: meSchema },
  problems: [],
  example: {},
  handle: async ({ runtime, actor }) => {
    const { userId, name, email } = actor;
    const rows = actor.token ? await listAccessTokens(runtime.database, userId) : [];
    const row = rows.find((known) => known.id === actor.token?.id);
    const token = row && {
      ...{ id: row.id, name: row.name, scope: row.scope },
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt?.toISOString() ?? null,
    };
    return { body: { id: userId, name, email, token: token ?? null } };
  },
});

export const revokeTokenEndpoint = endpoint({
  method: 'DELETE',
  path: '/account/token',
  id: 'revokeToken',
  tag: 'Account',
  summary: 'Revoke the token of this request',
  description: 'For programs that are done, and for tokens that somebody found where they should not be.',
  // A token that only reads may end itself.
  access: 'read',
  answer: { status: 204, description: 'The token is void.' },
  problems: ['notFound'],
  example: {},
  handle: async ({ runtime, actor }) => {
    if (!actor.token) throw new AppError('notFound', 'The request carries no token.');
    await endAccessToken(runtime, actor, actor.token.id);
    return { status: 204 };
  },
});
