import fc, { type Arbitrary } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageAnswers } from '@/lib/data/evidence/answers';
import { beginImport, cancelImport, createImport, finishImport, listLeftovers, queueImport } from '@/lib/data/evidence/imports';
import { removeAnswers } from '@/lib/data/evidence/removeAnswers';
import { createSource, findSource, type SourceRow } from '@/lib/data/evidence/sources';
import { writeAnswers } from '@/lib/data/evidence/writeAnswers';
import { rollUp, type ScoreRollup } from '@/lib/evidence/scoreRollups';
import { newId } from '@/lib/map/id';
import { erasePerson } from '@/lib/sources/erasePerson';
import { pseudonymOf, requireKey } from '@/lib/sources/pseudonym';
import { readCounts } from '@/lib/sources/readCounts';
import { sweepAnswers } from '@/lib/sources/sweepAnswers';
import { toSlice } from '@/lib/sources/toSlice';
import { listDatabaseKinds } from '../../builders/database';
import { addPerson, addWorkspace, type Person } from '../../builders/people';
import { randomRuns } from '../../builders/randomRuns';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

const now = new Date('2026-11-27T12:00:00Z');
const touchpoints = [null, 'Hotline', 'Shop'] as const;

/** A row of a file: which of the known answers, by whom, how long ago (days; null: no time), where, and its score. */
const rowArbitrary = fc.record({
  answer: fc.nat(60),
  person: fc.nat(4),
  daysAgo: fc.option(fc.nat(20), { nil: null }),
  touchpoint: fc.constantFrom(...touchpoints),
  score: fc.option(fc.nat(10), { nil: null }),
});
type Row = typeof rowArbitrary extends Arbitrary<infer Value> ? Value : never;

const actionArbitrary = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('import' as const), rows: fc.array(rowArbitrary, { maxLength: 40 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cancel' as const), rows: fc.array(rowArbitrary, { maxLength: 20 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('takeBack' as const), which: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('erase' as const), person: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sweep' as const), days: fc.integer({ min: 1, max: 20 }) }) },
);

describe.each(await listDatabaseKinds())('counts of answers (%s)', { timeout: 300_000 }, (kind) => {
  let server: TestRuntime;
  let olga: Person;
  let workspaceId: string;
  beforeAll(async () => {
    server = await startTestRuntime({}, kind);
    olga = await addPerson(server.running, 'Olga');
    workspaceId = await addWorkspace(server.running, olga);
  });
  afterAll(() => server.stop());

  const addSource = async (): Promise<string> => {
    const source = { id: newId(), workspaceId, kind: 'survey', basis: null, name: 'S', retentionDays: null } as const;
    await createSource(server.running.database, { ...source, createdBy: 'system' }, 10_000);
    return source.id;
  };

  /** Reads rows as a file's, in batches of seven. Returns the file's id. */
  async function bringIn(sourceId: string, run: string, rows: readonly Row[]): Promise<string> {
    const { database } = server.running;
    const key = await requireKey(server.running, workspaceId);
    const file = { id: newId(), sourceId, fileName: 'a.csv', byteCount: 1, createdBy: 'system' };
    await createImport(database, file);
    await queueImport(database, file, { plan: {}, shape: 's' });
    expect(await beginImport(database, file)).toBe(true);
    for (let start = 0; start < rows.length; start += 7) {
      const some = rows.slice(start, start + 7);
      const placed = some.map((row) => ({
        ...row,
        slice: toSlice({ touchpoint: row.touchpoint, channel: null, language: null, segments: [] }),
      }));
      const answers = placed.map(({ answer, person, daysAgo, score, slice }) => {
        const at = daysAgo === null ? null : new Date(now.getTime() - daysAgo * 86_400_000).toISOString();
        const scores: Record<string, number> = score === null ? {} : { 1: score };
        return {
          ...{ fingerprint: `f${answer}`, content: `${answer} ${score}`, at, day: at?.slice(0, 10) ?? '', slice: slice.id },
          ...{ scores, verbatims: { 2: 'words' }, personal: {}, persons: [pseudonymOf(key, `${run} ${person}`)] },
        };
      });
      const slices = placed.map(({ slice }) => slice);
      const batch = { rowsRead: start + some.length, bytesRead: 1, slices, rejected: [], repeated: 0, expired: 0 };
      expect(await writeAnswers(database, file.id, { ...batch, answers })).toBe(true);
      await expectRecount(sourceId);
    }
    return file.id;
  }

  async function expectRecount(sourceId: string): Promise<void> {
    const { rows } = await server.running.database.pool.query(
      `with anew as (
         select r.import_id, s.key::int as column_number, r.slice_id, r.day, s.value::int as score, count(*)::int as count
         from evidence_response r cross join lateral jsonb_each_text(r.scores) s where r.source_id = $1 group by 1, 2, 3, 4, 5
         union all select r.import_id, s.key::int, r.slice_id, r.day, 0, count(*)::int
         from evidence_response r cross join lateral jsonb_each_text(r.verbatims) s where r.source_id = $1 group by 1, 2, 3, 4, 5
         union all select r.import_id, 0, r.slice_id, r.day, 0, count(*)::int
         from evidence_response r where r.source_id = $1 group by 1, 2, 3, 4, 5
       ), kept as (
         select c.* from evidence_rollup c join evidence_import i on i.id = c.import_id where i.source_id = $1
       )
       (select * from anew except select * from kept) union all (select * from kept except select * from anew)`,
      [sourceId],
    );
    expect(rows).toEqual([]);
    const named = await server.running.database.pool.query(
      `select count(*)::int as n from evidence_person p where p.source_id = $1 and not exists (
         select from evidence_response r where r.source_id = $1 and r.fingerprint = p.fingerprint and r.persons ? p.pseudonym)`,
      [sourceId],
    );
    expect(named.rows).toEqual([{ n: 0 }]);
  }

  const sorted = (rollups: readonly ScoreRollup[]): string[] => rollups.map((rollup) => JSON.stringify(rollup)).sort();

  /** What is told of the source is what its answers say that can be read. */
  async function expectTold(source: SourceRow): Promise<void> {
    const { database } = server.running;
    const slices = new Map(
      (await database.prisma.evidenceSlice.findMany({ where: { sourceId: source.id } })).map((row) => [row.id, row.dimensions]),
    );
    const answers = [];
    for (let after = null as { at: Date | null; fingerprint: string } | null; ; ) {
      const page = await pageAnswers(database, source.id, after, 9);
      if (page.length === 0) break;
      answers.push(...page);
      after = page.at(-1) ?? null;
    }
    const times = answers.map(({ at }) => at?.getTime() ?? Number.NEGATIVE_INFINITY);
    expect(times).toEqual([...times].sort((a, b) => b - a || 0));
    expect(new Set(answers.map(({ fingerprint }) => fingerprint)).size).toBe(answers.length);
    const scored = answers.flatMap(({ day, sliceId, scores }) => {
      const dimensions = slices.get(sliceId) as Record<string, string>;
      return scores[1] === undefined ? [] : [{ day: day || null, dimensions, score: scores[1] }];
    });
    expect(sorted(await readCounts(server.running, source, 1))).toEqual(sorted(rollUp(scored)));
  }

  test('are those of counting anew, whatever comes, is taken back, is erased and runs out', async () => {
    const { database } = server.running;
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(actionArbitrary, { minLength: 1, maxLength: 8 }), async (actions) => {
        const sourceId = await addSource();
        const name = `run ${run++}`;
        const files: string[] = [];
        for (const action of actions) {
          if (action.kind === 'import' || action.kind === 'cancel') {
            const id = await bringIn(sourceId, name, action.rows);
            if (action.kind === 'import') {
              await finishImport(database, { id, sourceId, createdBy: 'system' }, { workspaceId, keptPersonal: 0 });
              files.push(id);
            } else {
              expect(await cancelImport(database, { id, sourceId }, { actorId: 'system', workspaceId })).toBe('running');
              await removeAnswers(database, sourceId, 'import', id);
            }
          } else if (action.kind === 'takeBack') {
            const id = files[action.which];
            if (id !== undefined) {
              await cancelImport(database, { id, sourceId }, { actorId: 'system', workspaceId });
              await removeAnswers(database, sourceId, 'import', id);
            }
          } else if (action.kind === 'erase') {
            await erasePerson(server.running, olga.actor, workspaceId, { identifier: `${name} ${action.person}` });
          } else {
            await database.prisma.evidenceSource.update({ where: { id: sourceId }, data: { retentionDays: action.days } });
            await sweepAnswers(server.running, { now });
          }
          await expectRecount(sourceId);
          const source = await findSource(database, sourceId);
          if (!source) throw new Error('the source is gone');
          await expectTold(source);
        }
        expect(await listLeftovers(database)).toEqual([]);
        await database.prisma.evidenceSource.delete({ where: { id: sourceId } });
      }),
      randomRuns(12),
    );
  });
});
