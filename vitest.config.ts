import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { answersPostgres, serverUrl } from './tests/builders/postgresServer.ts';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') };
const extend = { extends: true } as const;
const integration = { testTimeout: 60_000, hookTimeout: 120_000, pool: 'forks' } as const;

/** Suites whose subject is one kind of database, or both beside each other: they choose by themselves. */
const choosingSuites = ['storage', 'server', 'backup', 'lifecycle', 'auth/company'].map(
  (folder) => `tests/integration/${folder}/**`,
);

export default defineConfig(async () => ({
  resolve: { alias },
  test: {
    // Much of the time goes into waiting for processes and databases: two at least, on a machine with two cores as well.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      // No test is about time: on a busy machine two of them took longer than the five seconds that are usual.
      {
        ...extend,
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'], testTimeout: 30_000 },
      },
      { ...extend, test: { name: 'property', include: ['tests/property/**/*.test.ts'], testTimeout: 120_000 } },
      { ...extend, test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], ...integration } },
      // The same suites on a PostgreSQL server.
      {
        ...extend,
        test: {
          name: 'postgresql',
          include: (await answersPostgres(serverUrl)) ? ['tests/integration/**/*.test.ts'] : [],
          exclude: choosingSuites,
          env: { TEST_DATABASE_KIND: 'server' },
          ...integration,
        },
      },
    ],
  },
}));
