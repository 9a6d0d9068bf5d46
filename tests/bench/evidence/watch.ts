import type { Database } from '@/lib/data/database';

/** Notes how long each statement takes, and the longest time for which nothing else could happen. */
export function watch(database: Database) {
  const query = database.pool.query.bind(database.pool) as (...args: unknown[]) => Promise<unknown>;
  let statements: number[] = [];
  let longestBlock = 0;
  database.pool.query = (async (...args: unknown[]) => {
    const start = performance.now();
    try {
      return await query(...args);
    } finally {
      statements.push(performance.now() - start);
    }
  }) as typeof database.pool.query;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longestBlock = Math.max(longestBlock, now - last - 1);
    last = now;
  }, 1);
  return {
    async during<T>(act: () => Promise<T>) {
      [statements, longestBlock, last] = [[], 0, performance.now()];
      const start = performance.now();
      const cpu = process.cpuUsage();
      const value = await act();
      const { user, system } = process.cpuUsage(cpu);
      const time = performance.now() - start;
      const sorted = statements.toSorted((a, b) => a - b);
      return {
        value,
        time,
        cpu: (user + system) / 1000,
        longestBlock,
        count: sorted.length,
        longest: sorted.at(-1) ?? 0,
        p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
      };
    },
    stop: () => clearInterval(timer),
  };
}
