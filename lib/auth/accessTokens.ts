import { z } from 'zod';
import { type Actor, tokenScopes } from '@/lib/access/actor';
import {
  type AccessTokenRow,
  countAccessTokens,
  createAccessToken,
  findLiveAccessToken,
  revokeAccessToken,
  touchAccessToken,
} from '@/lib/data/accessTokens';
import { findUserByEmail } from '@/lib/data/users';
import { AppError } from '@/lib/errors';
import type { HeaderReader } from '@/lib/http/origin';
import { newId } from '@/lib/map/id';
import type { Runtime } from '@/lib/runtime';
import type { UserActor } from './asUser';
import type { ActorSource } from './findActor';
import { hashToken, newSecretToken } from './secretToken';
import { publishRevoked } from './sessionEnd';

/** The beginning of every personal access token, by which people and secret scanners recognise one. */
export const accessTokenPrefix = 'wgm_';
const accessTokenPattern = /^wgm_[A-Za-z0-9_-]{43}$/;
const bearer = /^Bearer\s+(\S+)\s*$/i;

/** The most tokens of one person that stand at once. */
const mostTokens = 100;
/** Writing down each request would cost a commit each; not knowing this many milliseconds is exact enough. */
const touchInterval = 60_000;
const day = 24 * 60 * 60 * 1000;

export const tokenScopeSchema = z.enum(tokenScopes);

/** What the account page and the command send. `expiresInDays`: up to ten years; null for a token that stands until it is revoked. */
export const newAccessTokenSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^\P{Cc}*$/u),
  scope: tokenScopeSchema,
  expiresInDays: z.number().int().min(1).max(3650).nullable().default(90),
});
export type NewAccessTokenInput = z.output<typeof newAccessTokenSchema>;

/** A token that was made just now; only this once is it known. */
export type MadeAccessToken = AccessTokenRow & { token: string };

async function make(
  { database }: Pick<Runtime, 'database'>,
  userId: string,
  input: NewAccessTokenInput,
  by: string,
): Promise<MadeAccessToken> {
  if ((await countAccessTokens(database, userId)) >= mostTokens) {
    throw new AppError('conflict', 'Too many tokens.', { messageKey: 'tooManyTokens', values: { max: mostTokens } });
  }
  const token = `${accessTokenPrefix}${newSecretToken().token}`;
  const { name, scope, expiresInDays } = input;
  const expiresAt = expiresInDays === null ? null : new Date(Date.now() + expiresInDays * day);
  const row = { id: newId(), userId, name, scope, tokenHash: hashToken(token), hint: token.slice(-4), expiresAt };
  return { ...(await createAccessToken(database, row, by)), token };
}

/** Makes a token for the actor. Throws `conflict` beyond 100 tokens, and `forbidden` for a program: tokens do not beget tokens. */
export function makeAccessToken(
  running: Pick<Runtime, 'database'>,
  actor: UserActor,
  input: NewAccessTokenInput,
): Promise<MadeAccessToken> {
  if (actor.token) throw new AppError('forbidden', 'A token cannot make another one.');
  return make(running, actor.userId, input, `user:${actor.userId}`);
}

/** The same for whoever runs the server (`npm run token`). Throws `notFound` when no account that may sign in has this address (lower case). */
export async function makeAccessTokenAsOperator(
  running: Pick<Runtime, 'database'>,
  { email, ...input }: NewAccessTokenInput & { email: string },
): Promise<MadeAccessToken> {
  const user = await findUserByEmail(running.database, email);
  if (!user || user.disabledAt) throw new AppError('notFound', 'No account has this e-mail address.');
  return make(running, user.id, input, 'system');
}

/** Ends a token of the actor; its open connections close at once. Throws `notFound`, in the same words for a token of others. */
export async function endAccessToken(
  running: Pick<Runtime, 'database' | 'events'>,
  actor: UserActor,
  tokenId: string,
): Promise<void> {
  const ended = await revokeAccessToken(running.database, { id: tokenId, userId: actor.userId }, `user:${actor.userId}`);
  if (!ended) throw new AppError('notFound', 'No such token of this actor.');
  await publishRevoked(running, [tokenId]);
}

/** Whether the headers carry something that means to be a personal access token. */
export function hasAccessToken(headers: HeaderReader): boolean {
  return bearer.exec(headers.get('authorization') ?? '')?.[1]?.startsWith(accessTokenPrefix) ?? false;
}

/** For whom the program that sent these headers acts, by its personal access token, or null. Asks the database every time. */
export async function findActorOfToken(
  { database }: Pick<ActorSource, 'database'>,
  headers: HeaderReader,
): Promise<Actor | null> {
  const token = bearer.exec(headers.get('authorization') ?? '')?.[1];
  if (token === undefined || !accessTokenPattern.test(token)) return null;
  const now = new Date();
  const live = await findLiveAccessToken(database, hashToken(token), now);
  if (!live) return null;
  if (now.getTime() - (live.lastUsedAt?.getTime() ?? 0) >= touchInterval) await touchAccessToken(database, live.id, now);
  const { id: userId, name, email } = live.user;
  return { kind: 'user', userId, sessionId: live.id, name, email, token: { id: live.id, scope: live.scope } };
}
