import { stat } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { changeReckoning, listColumns } from '@/lib/data/evidence/columns';
import { listImports } from '@/lib/data/evidence/imports';
import type { SourceRow } from '@/lib/data/evidence/sources';
import { AppError } from '@/lib/errors';
import { beginImporting, takeBack } from '@/lib/sources/beginImporting';
import { stagingFolder, startImports } from '@/lib/sources/importRunner';
import { inspectStaged, previewStaged } from '@/lib/sources/lookAtFile';
import type { FileReader } from '@/lib/sources/reading/fileReader';
import { rejectionCsv } from '@/lib/sources/rejectionCsv';
import { mostUnended } from '@/lib/sources/stageFile';
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

  test('a file is looked at, corrected and imported; then it is deleted, and its plan is remembered', async () => {
    const row = await stage(
      `${germanSurvey(250)}A-900;K1;01.13.2026;Hotline;5;"=cmd"\r\nA-901;K1;02.10.2026;Hotline;12;zu viel\r\n`,
    );
    const file = path.join(stagingFolder(server.database.dataDir), row.id);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
    const seen = await inspectStaged(server.running, row, {});
    expect(seen).toMatchObject({ isRemembered: false, plan: { form: { kind: 'delimited', delimiter: ';' }, headerRows: 1 } });
    const plan = await planOf(row);
    const roles = Object.fromEntries(plan.columns.map(({ name, role }) => [name, role.kind]));
    expect(roles).toEqual({
      ...{ 'Antwort-ID': 'identifier', Kundennummer: 'identifier', Zeit: 'time', Kontaktpunkt: 'touchpoint' },
      ...{ 'NPS (0-10)': 'score', 'Warum?': 'verbatim' },
    });
    const preview = await previewStaged(server.running, row, plan);
    expect(preview).toHaveLength(50);
    expect(preview[0]).toMatchObject({ kind: 'response', responseId: 'A-0', touchpoint: 'Hotline', scores: [{ value: 0 }] });

    const begun = await beginImporting(server.running, { row, source }, plan);
    expect(['queued', 'running', 'finished']).toContain(begun.state);
    await server.running.imports.settled();
    expect(await rowOf(row)).toMatchObject({
      state: 'finished',
      added: 250,
      rejected: 2,
      skipped: 0,
      rowsRead: 252,
      failure: null,
    });
    expect(await staged()).toEqual([]);
    expect(await counted()).toBe(250);
    expect(server.told).toContainEqual(
      expect.objectContaining({ kind: 'evidence.changed', workspaceId, payload: { sourceId: source.id, importId: row.id } }),
    );
    const report = (await gather(rejectionCsv(server.running.database, row.id, 'en'))).join('');
    expect(report.split('\r\n')).toEqual([
      '\ufeffLine,Column,Reason',
      expect.stringMatching(/^252,Zeit,“01\.13\.2026” is no date/),
      expect.stringMatching(/^253,NPS \(0-10\),“12” is outside of the scale from 0 to 10/),
      '',
    ]);

    const next = await stage(germanSurvey(3, { from: 1000 }));
    const again = await inspectStaged(server.running, next, {});
    expect(again.isRemembered).toBe(true);
    expect(again.plan.columns.map(({ role }) => role.kind)).toEqual(plan.columns.map(({ role }) => role.kind));
    await beginImporting(server.running, { row: next, source }, undefined);
    await server.running.imports.settled();
    expect(await rowOf(next)).toMatchObject({ state: 'finished', added: 3 });
    expect(await counted()).toBe(253);
  });

  test('the same file twice, or one that overlaps, adds what is new', async () => {
    expect(await bringIn(germanSurvey(120))).toMatchObject({ added: 120, skipped: 0 });
    expect(await bringIn(germanSurvey(120))).toMatchObject({ added: 0, skipped: 120, changed: 0 });
    const changed = germanSurvey(150, { from: 60 }).replace('Grund 70;', 'Anders 70;');
    expect(await bringIn(changed)).toMatchObject({ state: 'finished', added: 90, skipped: 60, changed: 1 });
    expect(await counted()).toBe(210);
    expect(await listImports(server.running.database, source.id)).toHaveLength(3);
  });

  test('nothing of a file counts before all of it does, and a cancelled one leaves nothing', async () => {
    const { database, imports } = server.running;
    const row = await stage(germanSurvey(3_000));
    await beginImporting(server.running, { row, source }, await planOf(row));
    await expect.poll(async () => (await rowOf(row)).rowsRead, { timeout: 60_000 }).toBeGreaterThan(0);
    expect((await rowOf(row)).state).toBe('running');
    expect(await counted()).toBe(0);
    await takeBack(server.running, olga.actor, { row, source });
    await imports.settled();
    expect(await rowOf(row)).toMatchObject({ state: 'cancelled' });
    expect(await database.prisma.evidenceResponse.count({ where: { sourceId: source.id } })).toBe(0);
    expect(await database.prisma.evidenceRollup.count({ where: { importId: row.id } })).toBe(0);
    expect(await staged()).toEqual([]);
    await expect(
      beginImporting(server.running, { row: await rowOf(row), source }, await planOf(await stage('a;b\n1;2\n'))),
    ).rejects.toThrow(AppError);
    // What was imported once comes in again, as nothing is known of it.
    expect(await bringIn(germanSurvey(40))).toMatchObject({ added: 40 });
    const [last] = await listImports(database, source.id);
    if (!last) throw new Error('no import');
    await takeBack(server.running, olga.actor, { row: last, source });
    await imports.settled();
    expect(await counted()).toBe(0);
  });

  test('a file is not taken back while another one of its source finds its rows known', async () => {
    const { running } = server;
    const first = await bringIn(germanSurvey(60));
    // Corrected, and with the same rows: those that are known are skipped, and would be gone with the first file.
    const second = await stage(germanSurvey(3_000));
    await beginImporting(running, { row: second, source }, await planOf(second));
    await expect.poll(async () => (await rowOf(second)).rowsRead, { timeout: 60_000 }).toBeGreaterThan(60);
    await expect(takeBack(running, olga.actor, { row: first, source })).rejects.toMatchObject({
      code: 'conflict',
      messageKey: 'importRunning',
    });
    await running.imports.settled();
    expect(await counted()).toBe(3_000);
    await takeBack(running, olga.actor, { row: first, source });
    expect(await counted()).toBe(2_940);
    // What is not removed yet is removed before the next file comes in.
    const third = await stage(germanSurvey(60));
    await beginImporting(running, { row: third, source }, await planOf(third));
    await running.imports.settled();
    expect(await rowOf(third)).toMatchObject({ state: 'finished', added: 60 });
  });

  test('a file that waits comes into the column that was corrected meanwhile', async () => {
    const { running, database } = server;
    await bringIn(germanSurvey(20));
    await running.imports.close();
    const row = await stage(germanSurvey(30, { from: 20 }));
    running.imports = startImports(running, stagingFolder(database.dataDir));
    const plan = await planOf(row);
    await running.imports.close();
    await beginImporting(running, { row, source }, plan);
    const scale = { metric: 'csat', min: 0, max: 10, direction: 'highIsGood' } as const;
    const place = { id: source.id, workspaceId };
    await changeReckoning(running.database, place, 1, { scale, method: { kind: 'mean' } }, olga.actor.userId);
    running.imports = startImports(running, stagingFolder(database.dataDir));
    await running.imports.settled();
    expect(await rowOf(row)).toMatchObject({ state: 'finished', added: 30 });
    const columns = await listColumns(running.database, source.id);
    expect(columns.filter((column) => column.kind === 'score')).toMatchObject([{ number: 1, scale }]);
    expect(await counted()).toBe(50);
  });

  test('goes on where it was when the process ended', async () => {
    const { running, database } = server;
    const row = await stage(germanSurvey(2_000));
    await beginImporting(running, { row, source }, await planOf(row));
    await expect.poll(async () => (await rowOf(row)).rowsRead, { timeout: 60_000 }).toBeGreaterThan(0);
    await running.imports.close();
    const broken = await rowOf(row);
    expect(broken).toMatchObject({ state: 'running' });
    expect(broken.rowsRead).toBeLessThan(2_000);
    running.imports = startImports(running, stagingFolder(database.dataDir));
    await running.imports.settled();
    expect(await rowOf(row)).toMatchObject({ state: 'finished', added: 2_000, skipped: 0, rowsRead: 2_000 });
    expect(await counted()).toBe(2_000);
  });

  test('fails with a reason when its file is gone, cannot be read on, or its thread dies; nothing of it stays', async () => {
    const { running, database } = server;
    const lost = await stage(germanSurvey(10));
    const plan = await planOf(lost);
    await running.imports.staging.remove(lost.id);
    await beginImporting(running, { row: lost, source }, plan);
    await running.imports.settled();
    expect(await rowOf(lost)).toMatchObject({ state: 'failed', failure: { key: 'import.fileLost' } });

    const other = await stage('a;b;c\n1;2;3\n');
    await beginImporting(running, { row: other, source }, plan);
    await running.imports.settled();
    expect(await rowOf(other)).toMatchObject({ state: 'failed', failure: { key: 'plan.columnsChanged' } });

    const working = running.imports;
    let calls = 0;
    const reader: FileReader = {
      ...working.reader,
      read: (...given) => (calls++ === 0 ? working.reader.read(...given) : Promise.reject(new Error('the thread died'))),
    };
    running.imports = startImports(running, stagingFolder(database.dataDir), { reader });
    const dying = await stage(germanSurvey(1_500));
    await beginImporting(running, { row: dying, source }, await planOf(dying));
    await running.imports.settled();
    expect(await rowOf(dying)).toMatchObject({ state: 'failed', failure: { key: 'import.unexpected' } });
    expect(await database.db.prisma.evidenceResponse.count({ where: { sourceId: source.id } })).toBe(0);
    expect(await staged()).toEqual([]);
    running.imports = working;
  });

  test('goes on when its thread, or the database, was gone for a moment', async () => {
    const { running, database } = server;
    const working = running.imports;
    let calls = 0;
    const reader: FileReader = {
      ...working.reader,
      read: (...given) => (calls++ === 1 ? Promise.reject(new Error('the thread died')) : working.reader.read(...given)),
    };
    running.imports = startImports(running, stagingFolder(database.dataDir), { reader });
    const row = await stage(germanSurvey(2_500));
    await beginImporting(running, { row, source }, await planOf(row));
    await running.imports.settled();
    expect(await rowOf(row)).toMatchObject({ state: 'finished', added: 2_500, skipped: 0, rowsRead: 2_500 });
    expect(await counted()).toBe(2_500);
    running.imports = working;
  });

  test('many files at once are no more than may wait', async () => {
    const many = await Promise.allSettled(Array.from({ length: mostUnended + 5 }, () => stage('a;b\n1;2\n')));
    const taken = many.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(taken).toHaveLength(mostUnended);
    await expect(stage('a;b\n1;2\n')).rejects.toMatchObject({ messageKey: 'tooManyImports' });
    const refused = many.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused.every((reason) => reason instanceof AppError && reason.messageKey === 'tooManyImports')).toBe(true);
    for (const row of taken) await takeBack(server.running, olga.actor, { row, source });
    expect(await staged()).toEqual([]);
  });
});
