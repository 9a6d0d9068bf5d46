import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeBackupFile } from '@/lib/backup/backupFile';
import { restoreBackup, withCheckedBackup } from '@/lib/backup/restore';
import type { Database } from '@/lib/data/database';
import { purgeMarked, purgeSource, purgeWorkspace } from '@/lib/data/purge';
import { listTables } from '@/lib/data/rows/columns';
import { listDatabaseKinds, openTestDatabase, type TestDatabase, testFolder } from '@/tests/builders/database';
import { storeEvidence } from '@/tests/builders/evidence';
import { storeWorkspace } from '@/tests/builders/storedMap';

/** How many rows of evidence there are, by table. */
async function countEvidence(db: Database): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name } of await listTables(db.pool)) {
    if (!name.startsWith('evidence_')) continue;
    const { rows } = await db.pool.query<{ n: number }>(`select count(*)::int as n from "${name}"`);
    counts[name] = rows[0]?.n ?? 0;
  }
  return counts;
}

const kinds = await listDatabaseKinds();
const patience = { timeout: 300_000 };

describe.each(kinds)('stored evidence (%s)', patience, (kind) => {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    folder = await mkdtemp(path.join(testFolder, 'wegmarke-evidence-'));
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  test('goes with its source, and with its workspace, for good', async () => {
    const { db } = database;
    const [workspaceId, other] = [await storeWorkspace(db), await storeWorkspace(db)];
    await storeEvidence(db, other);
    const kept = await countEvidence(db);
    const first = await storeEvidence(db, workspaceId);
    await purgeSource(db, first.sourceId);
    expect((await countEvidence(db)).evidence_source).toBe(2);
    await db.prisma.evidenceSource.update({ where: { id: first.sourceId }, data: { deletedAt: new Date() } });
    expect(await purgeMarked(db)).toBe(1);
    expect(await countEvidence(db)).toEqual({
      ...kept,
      // These belong to the workspace.
      ...{ evidence_key: 2, evidence_erasure: 2, evidence_category: 4, evidence_rule: 2 },
    });
    await db.prisma.evidenceKey.deleteMany({ where: { workspaceId } });
    await db.prisma.evidenceErasure.deleteMany({ where: { workspaceId } });
    await db.prisma.evidenceCategory.deleteMany({ where: { workspaceId } });
    await storeEvidence(db, workspaceId);
    await db.prisma.workspace.update({ where: { id: workspaceId }, data: { deletedAt: new Date(), purgedAt: new Date() } });
    await purgeWorkspace(db, workspaceId);
    expect(await countEvidence(db)).toEqual(kept);
    expect(await db.prisma.workspace.count({ where: { id: workspaceId } })).toBe(0);
  });

  test('comes back from a backup, counted anew, without those who were erased since', async () => {
    const source = await openTestDatabase(kind);
    const target = await openTestDatabase(kind);
    try {
      const workspaceId = await storeWorkspace(source.db);
      const { importId, sourceId } = await storeEvidence(source.db, workspaceId);
      const before = await countEvidence(source.db);
      // Whatever was wrong with the counts is not in a backup.
      await source.db.prisma.evidenceRollup.updateMany({ data: { count: 7 } });
      const file = path.join(folder, `${kind}.tar`);
      await writeBackupFile(source.db, file, { secret: null });
      const restore = (into: TestDatabase) =>
        withCheckedBackup(file, {}, (archive) =>
          restoreBackup(archive, {
            env: { DATABASE_URL: into.url, NEXTAUTH_SECRET: undefined },
            dataDir: into.dataDir,
            backupFolder: path.join(folder, 'before'),
            replace: true,
          }),
        );
      await target.db.close();
      await restore(target);
      await target.reopen();
      // Where words were found is found anew.
      expect(await countEvidence(target.db)).toEqual({ ...before, evidence_text: 0, evidence_search: 0, evidence_match: 0 });
      const rollups = await target.db.prisma.evidenceRollup.findMany({ orderBy: [{ columnNumber: 'asc' }, { score: 'asc' }] });
      expect(rollups).toEqual(
        [
          { columnNumber: 0, score: 0, count: 3 },
          { columnNumber: 1, score: 0, count: 1 },
          { columnNumber: 1, score: 9, count: 1 },
          { columnNumber: 2, score: 0, count: 1 },
        ].map((counted) => ({ importId, sliceId: 's', day: '2026-03-01', ...counted })),
      );
      expect(await target.db.prisma.evidencePerson.findMany()).toEqual([{ sourceId, pseudonym: 'p', fingerprint: 'a' }]);

      await source.db.prisma.evidenceErasure.create({ data: { workspaceId, pseudonym: 'p', by: 'user:x' } });
      await source.db.close();
      await restore(source);
      await source.reopen();
      expect((await source.db.prisma.evidenceResponse.findMany()).map(({ fingerprint }) => fingerprint).sort()).toEqual(
        ['b', sourceId].sort(),
      );
      expect(await source.db.prisma.evidenceEntry.count()).toBe(1);
      const left = await source.db.prisma.evidenceRollup.findMany({ orderBy: { columnNumber: 'asc' } });
      expect(left.map(({ columnNumber, score, count }) => [columnNumber, score, count])).toEqual([
        [0, 0, 2],
        [1, 0, 1],
      ]);
      expect(await source.db.prisma.evidencePerson.count()).toBe(0);
      expect(await source.db.prisma.evidenceErasure.count({ where: { pseudonym: 'p', by: 'user:x' } })).toBe(1);
    } finally {
      await source.drop();
      await target.drop();
    }
  });
});
