import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ImportRow } from '@/lib/data/evidence/imports';
import { findSource, type SourceRow } from '@/lib/data/evidence/sources';
import { beginImporting, takeBack } from '@/lib/sources/beginImporting';
import { erasePerson, readPerson } from '@/lib/sources/erasePerson';
import { stagingFolder, startImports } from '@/lib/sources/importRunner';
import { inspectStaged } from '@/lib/sources/lookAtFile';
import { editSource, removeSource } from '@/lib/sources/manageSources';
import { rejectionCsv } from '@/lib/sources/rejectionCsv';
import { mostUnended } from '@/lib/sources/stageFile';
import { sweepAnswers } from '@/lib/sources/sweepAnswers';
import { listDatabaseKinds } from '../../builders/database';
import type { Person } from '../../builders/people';
import type { TestRuntime } from '../../builders/testRuntime';
import { gather, germanSurvey, importScene } from './importScene';

describe.each(await listDatabaseKinds())('files of answers (%s)', { timeout: 240_000 }, (kind) => {
  const scene = importScene(kind);
  const { stage, rowOf, planOf, bringIn, counted, staged } = scene;
  let server: TestRuntime;
  let olga: Person;
  let workspaceId: string;
  let source: SourceRow;
  beforeEach(() => {
    ({ server, olga, workspaceId, source } = scene.now());
  });

  test('a person is erased everywhere, stays erased, and what is stored about them can be read before', async () => {
    const { running } = server;
    await bringIn(germanSurvey(70));
    const person = { identifier: ' k3 ' };
    const stored = await gather(readPerson(running, workspaceId, person));
    expect(stored).toHaveLength(10);
    expect(stored[0]?.answer.verbatims).toEqual({ 2: expect.stringContaining('Grund') });
    expect(await erasePerson(running, olga.actor, workspaceId, person)).toBe(10);
    expect(await counted()).toBe(60);
    expect(await gather(readPerson(running, workspaceId, person))).toEqual([]);
    expect(await bringIn(germanSurvey(77))).toMatchObject({ added: 6, skipped: 60, erased: 11 });
    expect(await erasePerson(running, olga.actor, workspaceId, { identifier: 'A-5' })).toBe(1);
    expect(await counted()).toBe(65);
    expect(JSON.stringify(await running.database.prisma.evidenceErasure.findMany())).not.toMatch(/\bk3\b/i);
    const { rows } = await running.database.pool.query('select row_to_json(r)::text as text from evidence_response r');
    expect(/"(K[0-6]|A-\d+)"/.test(JSON.stringify(rows).replaceAll('\\', ''))).toBe(false);
  });

  test('answers run out with their source’s retention, and are not taken over when they have', async () => {
    const { running } = server;
    await bringIn(germanSurvey(240));
    await editSource(running, olga.actor, source, { retentionDays: 30 });
    await sweepAnswers(running, { now: new Date('2026-10-06T00:00:00Z') });
    // The first five days are gone.
    expect(await counted()).toBe(120);
    await editSource(running, olga.actor, source, { retentionDays: 1 });
    expect(await bringIn(germanSurvey(48, { from: 500 }))).toMatchObject({ added: 0, expired: 48 });
  });

  test('reasons of rejected rows go after a month, and with what the source keeps', async () => {
    const { running } = server;
    const bring = () => bringIn(`${germanSurvey(2, { from: 9000 })}A-901;K1;02.10.2026;Hotline;Petra Müller;zu viel\r\n`);
    const first = await bring();
    const reasons = async (row: ImportRow) => (await gather(rejectionCsv(running.database, row.id, 'en'))).join('');
    expect(await reasons(first)).toContain('Petra Müller');
    const inDays = (days: number) => sweepAnswers(running, { now: new Date(Date.now() + days * 86_400_000) });
    await inDays(29);
    expect(await reasons(first)).toContain('Petra Müller');
    await inDays(31);
    expect(await reasons(first)).not.toContain('Petra');
    expect(await rowOf(first)).toMatchObject({ rejected: 1 });
    const second = await bring();
    await editSource(running, olga.actor, source, { retentionDays: 7 });
    await inDays(8);
    expect(await reasons(second)).not.toContain('Petra');
  });

  test('a deleted source is gone at once, with an import that runs', async () => {
    const { running } = server;
    const row = await stage(germanSurvey(2_000));
    await beginImporting(running, { row, source }, await planOf(row));
    await expect.poll(async () => (await rowOf(row)).rowsRead, { timeout: 60_000 }).toBeGreaterThan(0);
    await removeSource(running, olga.actor, source);
    expect(await findSource(running.database, source.id)).toBeNull();
    await running.imports.settled();
    await expect.poll(() => running.database.prisma.evidenceSource.count({ where: { id: source.id } })).toBe(0);
    expect(await running.database.prisma.evidenceResponse.count({ where: { sourceId: source.id } })).toBe(0);
    expect(await staged()).toEqual([]);
  });

  test('a file is deleted at once when its source is, and when it is taken back while it waits', async () => {
    const { running } = server;
    const [first, second, ready] = [await stage(germanSurvey(3_000)), await stage(germanSurvey(10)), await stage('a;b\n1;2\n')];
    await beginImporting(running, { row: first, source }, await planOf(first));
    await beginImporting(running, { row: second, source }, await planOf(second));
    await expect.poll(async () => (await rowOf(first)).rowsRead, { timeout: 60_000 }).toBeGreaterThan(0);
    await takeBack(running, olga.actor, { row: second, source });
    expect((await staged()).sort()).toEqual([first.id, ready.id].sort());
    expect((await rowOf(first)).state).toBe('running');
    await removeSource(running, olga.actor, source);
    expect(await staged()).not.toContain(ready.id);
    await running.imports.settled();
    expect(await staged()).toEqual([]);
    // One that was on its way belongs to nothing.
    await expect(stage('a;b\n1;2\n')).rejects.toMatchObject({ code: 'notFound', messageKey: 'sourceNotFound' });
    expect(await staged()).toEqual([]);
  });

  test('a file’s name is shown as the last part of a path, on one line, whatever it was given', async () => {
    const names: [string, string][] = [
      ['../../etc/passwd', 'passwd'],
      ['C:\\Users\\x\\Umfrage.csv', 'Umfrage.csv'],
      ['a\r\nSet-Cookie: b\u0000\u202egpj.csv\ud800', 'a Set-Cookie: b gpj.csv'],
      [` ${'ä'.repeat(400)}.csv`, 'ä'.repeat(300)],
      ['/', ''],
    ];
    for (const [given, shown] of names) {
      const row = await stage('a;b\n1;2\n', given);
      expect(row.fileName).toBe(shown);
      expect(await staged()).toEqual([row.id]);
      await takeBack(server.running, olga.actor, { row, source });
    }
  });

  test('files that nobody imports, and those that belong to nothing, are deleted after a day', async () => {
    const { running, database } = server;
    const row = await stage('a;b\n1;2\n');
    await running.imports.close();
    const folder = stagingFolder(database.dataDir);
    await writeFile(path.join(folder, 'nobodys'), 'x');
    await chmod(path.join(folder, 'nobodys'), 0o600);
    running.imports = startImports(running, folder, { now: () => new Date(Date.now() + 23 * 3_600_000) });
    await running.imports.settled();
    expect((await staged()).sort()).toEqual([row.id, 'nobodys'].sort());
    await running.imports.close();
    running.imports = startImports(running, folder, { now: () => new Date(Date.now() + 25 * 3_600_000) });
    await running.imports.settled();
    expect(await rowOf(row)).toMatchObject({ state: 'cancelled' });
    expect(await staged()).toEqual(['nobodys']);
    await running.imports.close();
    running.imports = startImports(running, folder);
  });

  test('what is too large, empty, or one too many is refused and leaves nothing', async () => {
    const { env } = server.running;
    const limit = env.MAX_EVIDENCE_MB;
    env.MAX_EVIDENCE_MB = 100;
    await expect(stage('x'.repeat(101))).rejects.toMatchObject({ code: 'tooLarge', messageKey: 'answersTooLarge' });
    env.MAX_EVIDENCE_MB = limit;
    await expect(stage('')).rejects.toMatchObject({ code: 'invalid', messageKey: 'answersEmpty' });
    expect(await staged()).toEqual([]);
    const rows = [];
    for (let number = 0; number < mostUnended; number++) rows.push(await stage('a\n1\n', `C:\\Users\\x\\${number}.csv`));
    expect(rows[3]?.fileName).toBe('3.csv');
    await expect(stage('a\n1\n')).rejects.toMatchObject({ code: 'conflict', messageKey: 'tooManyImports' });
    for (const row of rows) await takeBack(server.running, olga.actor, { row, source });
    expect(await staged()).toEqual([]);
    const [broken] = [await stage(' \n \n')];
    await expect(inspectStaged(server.running, broken, {})).rejects.toMatchObject({
      code: 'invalid',
      messageKey: 'answersNotRead',
    });
    await takeBack(server.running, olga.actor, { row: broken, source });
  });

  test('a score whose direction nobody has settled is not imported', async () => {
    const row = await stage(germanSurvey(20));
    const plan = await planOf(row);
    const doubtful = {
      ...plan,
      columns: plan.columns.map((column) => ({ ...column, doubts: ['score.directionUnclear' as const] })),
    };
    await expect(beginImporting(server.running, { row, source }, doubtful)).rejects.toMatchObject({
      messageKey: 'directionUnclear',
    });
    const nothing = { ...plan, columns: plan.columns.map((column) => ({ ...column, role: { kind: 'ignore' as const } })) };
    await expect(beginImporting(server.running, { row, source }, nothing)).rejects.toMatchObject({ messageKey: 'nothingChosen' });
    expect((await rowOf(row)).state).toBe('staged');
    await takeBack(server.running, olga.actor, { row, source });
  });
});
