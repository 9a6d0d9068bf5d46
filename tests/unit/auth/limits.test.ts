import { describe, expect, test } from 'vitest';
import { countAttempt, forgiveAttempt } from '@/lib/auth/limits';
import { parseEnv } from '@/lib/env';
import { createMetrics } from '@/lib/metrics/metrics';

const running = () => ({ env: parseEnv({ SIGN_IN_ATTEMPTS: '3' }), metrics: createMetrics() });
const attempt = [{ limit: 'signIn.accountAtAddress', who: 'ana 1.2.3.4' } as const];

describe('counting attempts', () => {
  test('stops after so many, and says when to come back', async () => {
    const server = running();
    for (let i = 0; i < 3; i++) await countAttempt(server, attempt);
    await expect(countAttempt(server, attempt)).rejects.toMatchObject({ code: 'tooMany', retryAfter: expect.any(Number) });
    expect((await server.metrics.read()).text).toContain('wegmarke_limit_refusals_total{limit="signIn.accountAtAddress"} 1');
    await countAttempt(server, [{ limit: 'signIn.accountAtAddress', who: 'ben 1.2.3.4' }]);
    await countAttempt(running(), attempt);
  });
  test('many at once do not slip through', async () => {
    const server = running();
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => countAttempt(server, attempt)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  });
  test('what turned out well does not count', async () => {
    const server = running();
    for (let i = 0; i < 10; i++) {
      await countAttempt(server, attempt);
      await forgiveAttempt(server, attempt);
    }
  });
  test('an account stands more from everywhere than from one address', async () => {
    const server = running();
    for (let i = 0; i < 15; i++) await countAttempt(server, [{ limit: 'signIn.account', who: 'ana' }]);
    await expect(countAttempt(server, [{ limit: 'signIn.account', who: 'ana' }])).rejects.toMatchObject({ code: 'tooMany' });
  });
});
