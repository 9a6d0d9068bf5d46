// More than 400 lines, and one file all the same: it starts the product on both databases, which takes longer than its tests, and these share one scene.
import { chmod, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeReckoning, listColumns } from '@/lib/data/evidence/columns';
import { findImport, type ImportRow, listImports } from '@/lib/data/evidence/imports';
import { findSource, type SourceRow } from '@/lib/data/evidence/sources';
import { AppError } from '@/lib/errors';
import { totalOf } from '@/lib/evidence/scoreCounts';
import { countsOf } from '@/lib/evidence/selectRollups';
import { beginImporting, takeBack } from '@/lib/sources/beginImporting';
import { erasePerson, readPerson } from '@/lib/sources/erasePerson';
import { stagingFolder, startImports } from '@/lib/sources/importRunner';
import { inspectStaged, previewStaged } from '@/lib/sources/lookAtFile';
import { addSource, editSource, removeSource } from '@/lib/sources/manageSources';
import { readCounts } from '@/lib/sources/readCounts';
import type { FileReader } from '@/lib/sources/reading/fileReader';
import { rejectionCsv } from '@/lib/sources/rejectionCsv';
import { mostUnended, stageFile } from '@/lib/sources/stageFile';
import { sweepAnswers } from '@/lib/sources/sweepAnswers';
import { listDatabaseKinds } from '../../builders/database';
import { addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

const bodyOf = (text: string): ReadableStream<Uint8Array> => new Blob([text]).stream();

const nps = {
  kind: 'score' as const,
  scale: { metric: 'nps', min: 0, max: 10, direction: 'highIsGood' } as const,
  labels: {},
};

async function gather<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const gathered: Item[] = [];
  for await (const item of items) gathered.push(item);
  return gathered;
}

/** A survey as a German spreadsheet saves it: so many rows, one answer an hour. */
function germanSurvey(count: number, { from = 0, touchpoint = 'Hotline' } = {}): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const at = new Date(Date.UTC(2026, 8, 1) + number * 3_600_000).toISOString();
    const [day, clock] = [at.slice(0, 10).split('-').reverse().join('.'), at.slice(11, 19)];
    return `A-${number};K${number % 7};${day} ${clock};${touchpoint};${number % 11};"Grund ${number}; ausführlich"`;
  });
  return ['Antwort-ID;Kundennummer;Zeit;Kontaktpunkt;NPS (0-10);Warum?', ...rows, ''].join('\r\n');
}

describe.each(await listDatabaseKinds())('files of answers (%s)', { timeout: 240_000 }, (kind) => {
  let server: TestRuntime;
  let olga: Person;
  let workspaceId: string;
  let source: SourceRow;
  beforeAll(async () => {
    server = await startTestRuntime({}, kind);
    olga = await addPerson(server.running, 'Olga');
  });
  beforeEach(async () => {
    workspaceId = await addWorkspace(server.running, olga);
    const given = { kind: 'survey', name: 'Umfrage', basis: 'transactional', retentionDays: null } as const;
    source = await addSource(server.running, olga.actor, workspaceId, given);
  });
  afterEach(async () => {
    for (const name of await staged()) await server.running.imports.staging.remove(name);
  });
  afterAll(() => server.stop());

  const stage = (text: string, name = 'umfrage.csv') =>
    stageFile(server.running, olga.actor, source, { name, body: bodyOf(text) });
  const current = async (): Promise<SourceRow> => {
    const found = await findSource(server.running.database, source.id);
    if (!found) throw new Error('the source is gone');
    return found;
  };
  const rowOf = async ({ id }: Pick<ImportRow, 'id'>): Promise<ImportRow> => {
    const found = await findImport(server.running.database, id);
    if (!found) throw new Error('the import is gone');
    return found;
  };
  const planOf = async (row: ImportRow) => {
    const { plan } = await inspectStaged(server.running, row, {});
    const columns = plan.columns.map((column) => ({
      ...column,
      doubts: [],
      ...(column.name === 'Antwort-ID' ? { role: { kind: 'identifier' as const, of: 'response' as const } } : {}),
      ...(column.name === 'NPS (0-10)' ? { role: nps } : {}),
      ...(column.name === 'Kundennummer' ? { role: { kind: 'identifier' as const, of: 'person' as const } } : {}),
    }));
    return { ...plan, columns };
  };
  const bringIn = async (text: string): Promise<ImportRow> => {
    const row = await stage(text);
    await beginImporting(server.running, { row, source: await current() }, await planOf(row));
    await server.running.imports.settled();
    return rowOf(row);
  };
  const counted = async (): Promise<number> => totalOf(countsOf(await readCounts(server.running, await current(), 1)));
  const staged = () => readdir(stagingFolder(server.database.dataDir)).catch(() => []);

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
