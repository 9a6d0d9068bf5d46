import { z } from 'zod';
import { findAccessToken, listAccessTokens, revokeAccessToken } from '@/lib/data/accessTokens';
import { findUserByEmail } from '@/lib/data/users';
import { AppError } from '@/lib/errors';
import { idSchema } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';
import { makeAccessTokenAsOperator, newAccessTokenSchema, tokenScopeSchema } from './accessTokens';
import { emailSchema } from './credentials';
import { publishRevoked } from './sessionEnd';

/** What whoever runs the server may ask about access tokens (`npm run token`). */
export const tokenRequestSchema = z.discriminatedUnion('work', [
  newAccessTokenSchema.extend({ work: z.literal('make'), email: emailSchema }),
  z.object({ work: z.literal('list'), email: emailSchema }),
  z.object({ work: z.literal('revoke'), id: idSchema }),
]);
export type TokenRequest = z.output<typeof tokenRequestSchema>;

const isoTime = z.iso.datetime();
const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  scope: tokenScopeSchema,
  hint: z.string(),
  createdAt: isoTime,
  expiresAt: isoTime.nullable(),
  lastUsedAt: isoTime.nullable(),
});

/** What came of it: JSON, because the answer may come from the running server. */
export const tokenAnswerSchema = z.union([
  z.object({ made: rowSchema.extend({ token: z.string() }) }),
  z.object({ tokens: z.array(rowSchema) }),
  z.object({ revoked: z.string() }),
  z.object({ problem: z.enum(['notFound', 'tooManyTokens']) }),
]);
export type TokenAnswer = z.output<typeof tokenAnswerSchema>;

type Row = { createdAt: Date; expiresAt: Date | null; lastUsedAt: Date | null };

const toJson = <T extends Row>({ createdAt, expiresAt, lastUsedAt, ...rest }: T) => ({
  ...rest,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt?.toISOString() ?? null,
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});

async function carryOut(running: Pick<Runtime, 'database' | 'events'>, request: TokenRequest): Promise<TokenAnswer> {
  const { database } = running;
  if (request.work === 'make') return { made: toJson(await makeAccessTokenAsOperator(running, request)) };
  if (request.work === 'list') {
    const user = await findUserByEmail(database, request.email);
    if (!user) throw new AppError('notFound', 'No account has this e-mail address.');
    return { tokens: (await listAccessTokens(database, user.id)).map(toJson) };
  }
  const token = await findAccessToken(database, request.id);
  const isEnded = token !== null && (await revokeAccessToken(database, token, 'system'));
  if (!isEnded) throw new AppError('notFound', 'No such token.');
  await publishRevoked(running, [request.id]);
  return { revoked: request.id };
}

/** Makes, lists or revokes tokens of any account. What whoever asked can put right is an answer, not an error. */
export async function answerTokenRequest(
  running: Pick<Runtime, 'database' | 'events'>,
  request: TokenRequest,
): Promise<TokenAnswer> {
  try {
    return await carryOut(running, request);
  } catch (error) {
    if (error instanceof AppError && error.code === 'notFound') return { problem: 'notFound' };
    if (error instanceof AppError && error.messageKey === 'tooManyTokens') return { problem: 'tooManyTokens' };
    throw error;
  }
}
