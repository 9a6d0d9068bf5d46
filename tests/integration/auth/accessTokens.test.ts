import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as tokenRoute from '@/app/api/account/tokens/[tokenId]/route';
import * as tokens from '@/app/api/account/tokens/route';
import { findActorOfToken, type MadeAccessToken, makeAccessToken } from '@/lib/auth/accessTokens';
import { listAudit } from '@/lib/data/audit';
import { callRoute, problemOf } from '../../builders/callRoute';
import { addPerson, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

let server: TestRuntime;
let ana: Person;
let eve: Person;
beforeAll(async () => {
  server = await startTestRuntime();
  ana = await addPerson(server.running, 'Ana');
  eve = await addPerson(server.running, 'Eve');
});
afterAll(() => server.stop());

async function make(input: object, person = ana): Promise<MadeAccessToken> {
  const response = await callRoute(tokens.POST, { method: 'POST', cookie: person.cookie, body: input });
  expect(response.status).toBe(201);
  return (await response.json()) as MadeAccessToken;
}

const actorOf = (token: string) => findActorOfToken(server.running, new Headers({ Authorization: `Bearer ${token}` }));

describe('a personal access token', () => {
  test('acts for whoever made it, and is stored as a hash only', async () => {
    const { token, ...row } = await make({ name: 'Nightly import', scope: 'write', expiresInDays: 30 });
    expect(token).toMatch(/^wgm_[\w-]{43}$/);
    expect(await actorOf(token)).toMatchObject({
      kind: 'user',
      userId: ana.actor.userId,
      token: { id: row.id, scope: 'write' },
    });
    const stored = await server.running.database.prisma.accessToken.findUniqueOrThrow({ where: { id: row.id } });
    expect(JSON.stringify(stored)).not.toContain(token.slice(4, 30));
    expect(stored.lastUsedAt).toBeInstanceOf(Date);
    const list = (await (await callRoute(tokens.GET, { cookie: ana.cookie })).json()) as { tokens: Record<string, unknown>[] };
    const shown = list.tokens.find(({ id }) => id === row.id);
    expect(shown).toMatchObject({ name: 'Nightly import', scope: 'write', hint: token.slice(-4) });
    expect(Object.keys(shown ?? {})).not.toContain('tokenHash');
    const entry = (await listAudit(server.running.database, { workspaceId: null })).find(
      ({ action }) => action === 'token.created',
    );
    expect(entry?.detail).toMatchObject({ tokenId: row.id, scope: 'write' });
  });

  test('ends when it is revoked, when its time is over, and when its account is disabled', async () => {
    const revoked = await make({ name: 'a', scope: 'read' });
    const call = { method: 'DELETE', params: { tokenId: revoked.id } };
    expect((await callRoute(tokenRoute.DELETE, { ...call, cookie: eve.cookie })).status).toBe(404);
    expect(await actorOf(revoked.token)).not.toBeNull();
    expect((await callRoute(tokenRoute.DELETE, { ...call, cookie: ana.cookie })).status).toBe(204);
    expect(await actorOf(revoked.token)).toBeNull();
    expect((await callRoute(tokenRoute.DELETE, { ...call, cookie: ana.cookie })).status).toBe(404);
    expect(server.told).toContainEqual(expect.objectContaining({ kind: 'session.revoked', sessionId: revoked.id }));

    const over = await make({ name: 'b', scope: 'read', expiresInDays: 1 });
    const { prisma } = server.running.database;
    await prisma.accessToken.update({ where: { id: over.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await actorOf(over.token)).toBeNull();

    const hers = await make({ name: 'c', scope: 'read', expiresInDays: null }, eve);
    expect(await actorOf(hers.token)).not.toBeNull();
    await prisma.user.update({ where: { id: eve.actor.userId }, data: { disabledAt: new Date() } });
    expect(await actorOf(hers.token)).toBeNull();
    await prisma.user.update({ where: { id: eve.actor.userId }, data: { disabledAt: null } });
  });

  test.each([
    ['no name', { name: ' ', scope: 'read' }],
    ['an unknown scope', { name: 'x', scope: 'admin' }],
    ['no days', { name: 'x', scope: 'read', expiresInDays: 0 }],
  ])('is not made with %s', async (_name, body) => {
    const response = await callRoute(tokens.POST, { method: 'POST', cookie: ana.cookie, body });
    expect(await problemOf(response)).toMatchObject({ status: 400, code: 'invalid' });
  });

  test('does not make another one, and there are no more than a hundred', async () => {
    const actor = { ...ana.actor, token: { id: 'x', scope: 'write' as const } };
    const input = { name: 'x', scope: 'read' as const, expiresInDays: 1 };
    await expect(async () => makeAccessToken(server.running, actor, input)).rejects.toMatchObject({ code: 'forbidden' });
    await server.running.database.prisma.accessToken.createMany({
      data: Array.from({ length: 100 }, (_, index) => ({
        ...{ id: `many${index}`, userId: eve.actor.userId, name: 'x', scope: 'read', tokenHash: `many${index}`, hint: 'xxxx' },
      })),
    });
    await expect(makeAccessToken(server.running, eve.actor, input)).rejects.toMatchObject({ messageKey: 'tooManyTokens' });
  });

  test('of any other form is nobody’s', async () => {
    for (const token of ['', 'wgm_', `wgm_${'x'.repeat(43)}`, `wgm_${'x'.repeat(44)}`, 'x'.repeat(9000)]) {
      expect(await actorOf(token)).toBeNull();
    }
  });
});
