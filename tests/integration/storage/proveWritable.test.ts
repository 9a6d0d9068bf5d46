import { afterEach, describe, expect, test } from 'vitest';
import { pingDatabase, proveWritable } from '@/lib/data/ping';
import { listDatabaseKinds, openTestDatabase, type TestDatabase } from '../../builders/database';

describe.each(await listDatabaseKinds())('whether a database takes anything (%s)', (kind) => {
  let database: TestDatabase;
  afterEach(() => database.drop());

  test('is found out by writing', async () => {
    database = await openTestDatabase(kind);
    await proveWritable(database.db);
    await proveWritable(database.db);
    await database.db.pool.query('alter table setting add constraint full_disk check (false) not valid');
    await pingDatabase(database.db);
    await expect(proveWritable(database.db)).rejects.toThrow();
  });
});
