import { readdir } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { findImport, type ImportRow } from '@/lib/data/evidence/imports';
import { findSource, type SourceRow } from '@/lib/data/evidence/sources';
import { totalOf } from '@/lib/evidence/scoreCounts';
import { countsOf } from '@/lib/evidence/selectRollups';
import { beginImporting } from '@/lib/sources/beginImporting';
import { stagingFolder } from '@/lib/sources/importRunner';
import { inspectStaged } from '@/lib/sources/lookAtFile';
import { addSource } from '@/lib/sources/manageSources';
import { readCounts } from '@/lib/sources/readCounts';
import { stageFile } from '@/lib/sources/stageFile';
import type { DatabaseKind } from '../../builders/database';
import { addPerson, addWorkspace, type Person } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

const bodyOf = (text: string): ReadableStream<Uint8Array> => new Blob([text]).stream();

const nps = {
  kind: 'score' as const,
  scale: { metric: 'nps', min: 0, max: 10, direction: 'highIsGood' } as const,
  labels: {},
};

/** All items of a sequence. */
export async function gather<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const gathered: Item[] = [];
  for await (const item of items) gathered.push(item);
  return gathered;
}

/** A survey as a German spreadsheet saves it: so many rows, one answer an hour. */
export function germanSurvey(count: number, { from = 0, touchpoint = 'Hotline' } = {}): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const at = new Date(Date.UTC(2026, 8, 1) + number * 3_600_000).toISOString();
    const [day, clock] = [at.slice(0, 10).split('-').reverse().join('.'), at.slice(11, 19)];
    return `A-${number};K${number % 7};${day} ${clock};${touchpoint};${number % 11};"Grund ${number}; ausführlich"`;
  });
  return ['Antwort-ID;Kundennummer;Zeit;Kontaktpunkt;NPS (0-10);Warum?', ...rows, ''].join('\r\n');
}

/** A source of a new workspace for each test, files that are brought into it, and what became of them. */
export function importScene(kind: DatabaseKind) {
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
  return {
    ...{ stage, rowOf, planOf, bringIn, counted, staged },
    /** What there is for the test that runs. */
    now: () => ({ server, olga, workspaceId, source }),
  };
}
