import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AnswerPlace, findAnswer, findAnswers, pageAnswers } from '@/lib/data/evidence/answers';
import { listCountedImports } from '@/lib/data/evidence/countedImports';
import { listSourcesToErase, noteErasure } from '@/lib/data/evidence/erasures';
import { readChosen } from '@/lib/data/evidence/marked';
import { removeAnswers } from '@/lib/data/evidence/removeAnswers';
import { readRollups } from '@/lib/data/evidence/rollups';
import { readSlices, sweepSlices } from '@/lib/data/evidence/slices';
import { countAnswers, findDays } from '@/lib/data/evidence/summaries';
import { pageWritten } from '@/lib/data/evidence/texts';
import { newId } from '@/lib/map/id';
import { readPinnedQuotes } from '@/lib/sources/links/readPinnedQuotes';
import { listDatabaseKinds } from '../../builders/database';
import { addPerson, addWorkspace } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

const most = 12_000;

describe.each(await listDatabaseKinds())('many answers (%s)', { timeout: 240_000 }, (kind) => {
  let server: TestRuntime;
  let sourceId: string;
  let workspaceId: string;
  const [running, finished] = [newId(), newId()];
  beforeAll(async () => {
    server = await startTestRuntime({}, kind);
    const { prisma, pool } = server.running.database;
    workspaceId = await addWorkspace(server.running, await addPerson(server.running, 'Olga'));
    sourceId = newId();
    await prisma.evidenceSource.create({ data: { id: sourceId, workspaceId, kind: 'survey', name: 'S', createdBy: 'system' } });
    const file = { sourceId, fileName: 'a.csv', byteCount: 1, createdBy: 'system' };
    await prisma.evidenceImport.create({ data: { ...file, id: finished, state: 'finished' } });
    await prisma.evidenceImport.create({ data: { ...file, id: running, state: 'running' } });
    // All of the last thousand are of a file that is being read; every day has hundreds of answers, and a thousand have none.
    await pool.query(
      `insert into evidence_response (source_id, fingerprint, content, import_id, at, day, slice_id, scores, verbatims, personal, persons)
       select $1, md5(n::text), 'c', case when n >= $4 - 1000 then $3 else $2 end,
         case when n >= 1000 then '2026-01-01'::timestamptz + n / 500 * interval '1 day' end, '', 's' || n % 3000, '{}', '{"2": "words"}', '{}', '[]'
       from generate_series(0, $4::int - 1) n`,
      [sourceId, finished, running, most],
    );
    await pool.query(
      `insert into evidence_person select source_id, 'p' || fingerprint, fingerprint from evidence_response where source_id = $1`,
      [sourceId],
    );
    await noteErasure(server.running.database, { workspaceId, pseudonyms: ['nobody'], actorId: 'system' });
    await pool.query(`insert into evidence_slice select $1, 's' || n, '{}' from generate_series(0, 2999) n`, [sourceId]);
    await pool.query(
      `insert into evidence_rollup select $1, 1, 's' || n % 3000, (n / 3000)::text, 9, 1 from generate_series(0, $2::int - 1) n`,
      [finished, most],
    );
  });
  afterAll(() => server.stop());

  /** How many rows of a table the database went to for something. */
  async function visitedFor(table: string, act: () => Promise<unknown>): Promise<number> {
    const { pool } = server.running.database;
    const count = async (): Promise<number> => {
      await pool.query('select pg_stat_force_next_flush()');
      const { rows } = await pool.query<{ n: number }>(
        `select (coalesce(idx_tup_fetch, 0) + seq_tup_read)::int as n from pg_stat_user_tables where relname = $1`,
        [table],
      );
      return rows[0]?.n ?? 0;
    };
    const before = await count();
    await act();
    return (await count()) - before;
  }

  test('are all listed, once, the last first, without those that do not count yet', async () => {
    const { database } = server.running;
    const seen: { at: Date | null; fingerprint: string }[] = [];
    for (let after: AnswerPlace | null = null; ; ) {
      const page = await pageAnswers(database, sourceId, after);
      const last = page.at(-1);
      if (!last) break;
      seen.push(...page);
      after = last;
    }
    expect(seen).toHaveLength(most - 1_000);
    expect(new Set(seen.map(({ fingerprint }) => fingerprint)).size).toBe(most - 1_000);
    const times = seen.map(({ at }) => at?.getTime() ?? Number.NEGATIVE_INFINITY);
    expect(times).toEqual([...times].sort((a, b) => b - a || 0));
    expect(seen.filter(({ at }) => at === null)).toHaveLength(1_000);
  });

  test('are counted, and their first and last day found, without those that do not count yet', async () => {
    const { database } = server.running;
    expect(await countAnswers(database, sourceId)).toBe(most - 1_000);
    expect(await findDays(database, sourceId)).not.toBeNull();
    if (kind !== 'embedded') return;
    // Each once; and for the last day those of the file that is being read.
    expect(await visitedFor('evidence_response', () => countAnswers(database, sourceId))).toBeLessThan(most + 100);
    expect(await visitedFor('evidence_response', () => findDays(database, sourceId))).toBeLessThan(1_500);
  });

  test('are all found that are linked one by one, in the order of the list, and only what is gone is told as erased', async () => {
    const { database } = server.running;
    const idOf = (n: number): string => createHash('md5').update(String(n)).digest('hex');
    const linked = Array.from({ length: 650 }, (_, at) => idOf(at + 700));
    const links = [...linked, 'gone'].map((responseId) => ({
      ...{ id: `link ${responseId}`, target: { type: 'step' as const, id: 'step1' }, sourceId, responseId },
    }));
    const { quotes, erased } = await readPinnedQuotes(database, new Set([sourceId]), links);
    expect([...erased]).toEqual(['link gone']);
    expect([...quotes.keys()].sort()).toEqual(linked.map((id) => `link ${id}`).sort());
    const found = (await findAnswers(database, sourceId, linked)).map(({ fingerprint }) => fingerprint);
    const listed: string[] = [];
    for (let after: AnswerPlace | null = null; ; ) {
      const page = await pageAnswers(database, sourceId, after);
      const last = page.at(-1);
      if (!last) break;
      listed.push(...page.map(({ fingerprint }) => fingerprint));
      after = last;
    }
    const among = new Set(linked);
    expect(found).toEqual(listed.filter((id) => among.has(id)));
  });

  // Every connection to a server counts for itself, and it has statistics.
  test.runIf(kind === 'embedded')('are looked at page by page, and not all of them for each', async () => {
    const { database } = server.running;
    const answers = (after: AnswerPlace | null) => visitedFor('evidence_response', () => pageAnswers(database, sourceId, after));
    expect(await answers(null)).toBeLessThan(3_000);
    expect(await answers({ at: new Date('2026-01-10T00:00:00Z'), fingerprint: '8' })).toBeLessThan(3_000);
    expect(await answers({ at: null, fingerprint: '' })).toBeLessThan(3_000);
    const some = (await pageAnswers(database, sourceId, null)).map(({ fingerprint }) => fingerprint);
    expect(await visitedFor('evidence_response', () => findAnswers(database, sourceId, some))).toBeLessThan(1_000);
    expect(await visitedFor('evidence_response', () => findAnswer(database, sourceId, some[0] ?? ''))).toBeLessThan(1_000);
    expect(await visitedFor('evidence_response', () => readChosen(database, sourceId, some))).toBeLessThan(1_000);
    expect(await visitedFor('evidence_response', () => pageWritten(database, finished, '8'))).toBeLessThan(1_000);
    expect(await visitedFor('evidence_slice', () => readSlices(database, sourceId))).toBeLessThan(4_000);
    for (const table of ['evidence_response', 'evidence_person']) {
      const remove = async () => {
        expect(await removeAnswers(database, sourceId, 'erased', workspaceId)).toEqual({ removed: 0, counted: 0 });
        expect(await removeAnswers(database, sourceId, 'before', '2025-01-01T00:00:00Z')).toEqual({ removed: 0, counted: 0 });
        expect(await listSourcesToErase(database)).toEqual([]);
      };
      expect(await visitedFor(table, remove)).toBeLessThan(500);
    }
    let counted = 0;
    const readAll = async () => {
      const importIds = (await listCountedImports(database, sourceId)).map(({ id }) => id);
      for await (const rows of readRollups(database, importIds, 1)) counted += rows.length;
    };
    expect(await visitedFor('evidence_rollup', readAll)).toBeLessThan(most + 100);
    expect(counted).toBe(most);
    expect(await visitedFor('evidence_response', () => sweepSlices(database, sourceId))).toBeLessThan(most + 100);
    expect((await readSlices(database, sourceId)).size).toBe(3_000);
  });
});
