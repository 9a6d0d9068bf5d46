import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/data/database';
import { compactDocument } from '@/lib/data/documentCompaction';
import { loadDocument } from '@/lib/data/documentLog';
import { appendUpdates } from '@/lib/data/documents';
import { openTestDatabase, type TestDatabase } from '@/tests/builders/database';
import { patternBytes, storeMap } from '@/tests/builders/storedMap';
import { startChild } from './childProcess';

/** More by `CRASH_ROUNDS=100 npx vitest run --project integration crash`. */
const rounds = Number(process.env.CRASH_ROUNDS ?? 5);

describe('kill -9 of a process that writes to the embedded database', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.drop());

  it(`loses no acknowledged update, ${rounds} times over`, { timeout: 30_000 * rounds }, async () => {
    const map = await storeMap(test.db);
    let acknowledged = 1;
    for (let round = 0; round < rounds; round++) {
      await test.db.close();
      const child = startChild('writer.ts', [test.dataDir, map.id]);
      await child.waitFor((lines) => lines.length > 20 + 37 * (round % 4));
      child.process.kill('SIGKILL');
      await child.ended;
      acknowledged = Math.max(acknowledged, ...child.lines.slice(1).map(Number));
      const db: Database = await test.reopen();
      const stored = await loadDocument(db, map.id);
      expect(stored?.seq).toBeGreaterThanOrEqual(acknowledged);
      expect(stored?.updates.length).toBe((stored?.seq ?? 0) - (stored?.snapshotSeq ?? 0));
      const last = stored?.updates.at(-1) ?? new Uint8Array();
      expect(Buffer.compare(last, patternBytes(300))).toBe(0);
      // What was recovered can be worked on.
      if (round % 2) await compactDocument(db, map.id, (stored?.seq ?? 0) - 1, patternBytes(10_000));
      await appendUpdates(db, [{ mapId: map.id, updates: [{ bytes: patternBytes(300), actorId: 'user:a' }] }]);
    }
  });
});
