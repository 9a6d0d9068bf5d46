import pg from 'pg';

/** The PostgreSQL server on which tests make their databases. */
export const serverUrl = process.env.TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Whether a PostgreSQL server answers there. Says loudly that its tests are left out when none does. */
export async function answersPostgres(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    const reason = String(error instanceof AggregateError ? error.errors[0] : error);
    process.stderr.write(
      `\n!! SKIPPED: tests on a PostgreSQL server. None answers at ${url.replace(/\/\/.*@/, '//…@')} (${reason}); set TEST_POSTGRES_URL.\n\n`,
    );
    return false;
  }
}
