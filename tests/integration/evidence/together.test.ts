import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { beginImport, createImport, finishImport, queueImport } from '@/lib/data/evidence/imports';
import { removeAnswers } from '@/lib/data/evidence/removeAnswers';
import { readSlices, sweepSlices } from '@/lib/data/evidence/slices';
import { createSource, findSource } from '@/lib/data/evidence/sources';
import { type AnswerInput, writeAnswers } from '@/lib/data/evidence/writeAnswers';
import { totalOf } from '@/lib/evidence/scoreCounts';
import { countsOf } from '@/lib/evidence/selectRollups';
import { newId } from '@/lib/map/id';
import { readCounts } from '@/lib/sources/readCounts';
import { sweepAnswers } from '@/lib/sources/sweepAnswers';
import { toSlice } from '@/lib/sources/toSlice';
import { listDatabaseKinds } from '../../builders/database';
import { addPerson, addWorkspace } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

// What happens to a source at one moment: a file comes in, is taken back, answers run out, somebody is erased.

const slice = toSlice({ touchpoint: 'Hotline', channel: null, language: null, segments: [] });
const counts = { rowsRead: 1, bytesRead: 1, rejected: [], repeated: 0, expired: 0 };

const waiters = `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

type Queries = { query(text: string, values: unknown[]): Promise<unknown> };

const answer = (number: number): AnswerInput => ({
  ...{ fingerprint: `f${number}`, content: 'c', at: '2020-01-01T00:00:00Z', day: '2020-01-01', slice: slice.id },
  ...{ scores: { 1: 9 }, verbatims: {}, personal: {}, persons: ['p'] },
});

describe.each(await listDatabaseKinds())('at the same moment (%s)', { timeout: 120_000 }, (kind) => {
  let server: TestRuntime;
  let workspaceId: string;
  let sourceId: string;
  beforeAll(async () => {
    server = await startTestRuntime({}, kind);
    workspaceId = await addWorkspace(server.running, await addPerson(server.running, 'Olga'));
  });
  beforeEach(async () => {
    sourceId = newId();
    const source = { id: sourceId, workspaceId, kind: 'survey', basis: null, name: 'S', retentionDays: null } as const;
    await createSource(server.running.database, { ...source, createdBy: 'system' }, 100);
  });
  afterAll(() => server.stop());

  async function beginFile(): Promise<string> {
    const { database } = server.running;
    const file = { id: newId(), sourceId, fileName: 'a.csv', byteCount: 1, createdBy: 'system' };
    await createImport(database, file);
    await queueImport(database, file, { plan: {}, shape: 's' });
    await beginImport(database, file);
    return file.id;
  }

  test('a sweep leaves the dimensions of answers that are coming in', async () => {
    const { database } = server.running;
    const id = await beginFile();
    const write = (number: number) => writeAnswers(database, id, { ...counts, slices: [slice], answers: [answer(number)] });
    expect(await write(1)).toBe(true);
    // The first answer runs out, or is erased, while others of its kind are on their way.
    await removeAnswers(database, sourceId, 'before', '2020-01-02T00:00:00Z');
    await sweepSlices(database, sourceId);
    expect(await write(2)).toBe(true);
    await sweepAnswers(server.running);
    await finishImport(database, { id, sourceId, createdBy: 'system' }, { workspaceId, keptPersonal: 0 });
    expect((await readSlices(database, sourceId)).get(slice.id)).toEqual({ touchpoint: 'Hotline' });
  });

  test('whoever removes answers that count says so in the same breath: figures are not kept of what is gone', async () => {
    const { database } = server.running;
    const id = await beginFile();
    await writeAnswers(database, id, { ...counts, slices: [slice], answers: [answer(1), answer(2)] });
    await finishImport(database, { id, sourceId, createdBy: 'system' }, { workspaceId, keptPersonal: 0 });
    const before = await findSource(database, sourceId);
    if (!before) throw new Error('the source is gone');
    expect(totalOf(countsOf(await readCounts(server.running, before, 1)))).toBe(2);
    // Even if the server ends right after.
    expect(await removeAnswers(database, sourceId, 'before', '2020-01-02T00:00:00Z')).toEqual({ removed: 2, counted: 2 });
    const after = await findSource(database, sourceId);
    if (!after) throw new Error('the source is gone');
    expect(totalOf(countsOf(await readCounts(server.running, after, 1)))).toBe(0);
  });

  // The embedded database has one session: nothing happens in it at the same moment.
  describe.runIf(kind === 'server')('on a server', () => {
    /** Does something while the source is held, so that it waits, and `meanwhile` before the source is let go. */
    async function whileHeld<Result>(
      wait: () => Promise<Result>,
      meanwhile: (holder: Queries) => Promise<unknown>,
    ): Promise<Result> {
      const { database } = server.running;
      const holder = await database.pool.connect();
      try {
        await holder.query('begin');
        await holder.query('select 1 from evidence_source where id = $1 for update', [sourceId]);
        const waiting = wait();
        await expect.poll(async () => (await holder.query(waiters)).rows[0]?.n, { timeout: 10_000 }).toBe(1);
        await meanwhile(holder);
        await holder.query('commit');
        return await waiting;
      } finally {
        await holder.query('rollback');
        holder.release();
      }
    }

    const insert = (by: Queries, importId: string, number: number) =>
      by.query(
        `insert into evidence_response (source_id, fingerprint, content, import_id, at, day, slice_id, scores, verbatims, personal, persons)
         values ($1, $2, 'c', $3, '2020-01-01', '2020-01-01', $4, '{}', '{}', '{}', '[]')`,
        [sourceId, `f${number}`, importId, slice.id],
      );

    test('what is removed is what is there when it is the remover’s turn', async () => {
      const { database } = server.running;
      const id = await beginFile();
      const remove = () => removeAnswers(database, sourceId, 'import', id);
      expect(await whileHeld(remove, (holder) => insert(holder, id, 1))).toEqual({ removed: 1, counted: 0 });
    });

    test('one remover does not end because another one was faster', async () => {
      const { database } = server.running;
      const id = await beginFile();
      for (let number = 0; number < 150; number++) await insert(database.pool, id, number);
      const remove = () => removeAnswers(database, sourceId, 'import', id);
      const fewer = (holder: Queries) =>
        holder.query(
          'delete from evidence_response where source_id = $1 and fingerprint in (select fingerprint from evidence_response where source_id = $1 limit 100)',
          [sourceId],
        );
      expect(await whileHeld(remove, fewer)).toEqual({ removed: 50, counted: 0 });
      expect(await database.prisma.evidenceResponse.count({ where: { sourceId } })).toBe(0);
    });

    test('dimensions stay whose first answer came while the sweeper waited', async () => {
      const { database } = server.running;
      const id = await beginFile();
      await database.prisma.evidenceSlice.create({ data: { ...slice, sourceId } });
      await whileHeld(
        () => sweepSlices(database, sourceId),
        (holder) => insert(holder, id, 1),
      );
      expect((await readSlices(database, sourceId)).size).toBe(1);
      expect(await findSource(database, sourceId)).not.toBeNull();
    });
  });
});
