import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POST } from '@/app/api/setup/route';
import { ensureSetupCode, isSetupOpen } from '@/lib/auth/setup';
import { listAudit } from '@/lib/data/audit';
import { callRoute, problemOf } from '../../builders/callRoute';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

const owner = { name: 'Ana', email: 'Ana@Example.org', password: 'correct horse battery' };
const setUp = (code: string, over: object = {}) => callRoute(POST, { method: 'POST', body: { code, ...owner, ...over } });

describe('the first run', () => {
  let server: TestRuntime;
  beforeAll(async () => {
    server = await startTestRuntime({ SIGN_IN_ATTEMPTS: '50' });
  });
  afterAll(() => server.stop());

  test('a code opens it, each start makes a new one, and only its hash is stored', async () => {
    const first = await ensureSetupCode(server.running.database);
    const second = await ensureSetupCode(server.running.database);
    expect(first).toMatch(/^[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}$/);
    expect(second).not.toBe(first);
    const rows = await server.running.database.prisma.setting.findMany();
    expect(JSON.stringify(rows)).not.toContain(second?.replaceAll('-', ''));
    expect(await problemOf(await setUp(first ?? ''))).toMatchObject({ status: 403, reason: 'setupCodeWrong' });
    expect(await problemOf(await setUp('nonsense!'))).toMatchObject({ status: 403, reason: 'setupCodeWrong' });
  });

  test('a password too short, or no address, changes nothing', async () => {
    const code = (await ensureSetupCode(server.running.database)) ?? '';
    expect(await problemOf(await setUp(code, { password: 'short' }))).toMatchObject({ status: 400, reason: 'passwordTooShort' });
    expect(await problemOf(await setUp(code, { email: 'ana' }))).toMatchObject({ status: 400, errors: [{ path: 'email' }] });
    expect(await isSetupOpen(server.running.database)).toBe(true);
  });

  test('of eight at once exactly one makes the account, and the door is closed behind it', async () => {
    const code = (await ensureSetupCode(server.running.database)) ?? '';
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => setUp(code.toUpperCase(), { email: `p${index}@example.org` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
    const { prisma } = server.running.database;
    const users = await prisma.user.findMany({ include: { memberships: { include: { workspace: true } } } });
    expect(users).toHaveLength(1);
    expect(users[0]?.memberships).toMatchObject([{ role: 'owner', workspace: { name: 'Ana’s workspace' } }]);
    expect(users[0]?.passwordHash).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$/);
    expect(await prisma.setting.count({ where: { key: 'setup' } })).toBe(0);
    expect(await ensureSetupCode(server.running.database)).toBeNull();
    expect(await problemOf(await setUp(code))).toMatchObject({ status: 409, reason: 'setupDone' });
    const workspaceId = users[0]?.memberships[0]?.workspaceId ?? '';
    expect(await listAudit(server.running.database, { workspaceId })).toMatchObject([{ action: 'setup.done' }]);
  });
});

describe('guessing the code', () => {
  test('stops after so many attempts', async () => {
    const server = await startTestRuntime({ SIGN_IN_ATTEMPTS: '3' });
    try {
      const code = (await ensureSetupCode(server.running.database)) ?? '';
      for (let i = 0; i < 3; i++) expect((await setUp('aaaa-aaaa-aaaa')).status).toBe(403);
      const refused = await setUp(code);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(60);
      expect(
        (await callRoute(POST, { method: 'POST', body: { code, ...owner }, headers: { 'X-Forwarded-For': '9.9.9.9' } })).status,
      ).toBe(201);
    } finally {
      await server.stop();
    }
  });
});
