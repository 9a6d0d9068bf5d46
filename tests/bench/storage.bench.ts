// `npm run bench -- storage`: how long an edit takes until it is on disk: one append to the document log, which is one transaction.
// Ours is the embedded database. Beside it a PostgreSQL server with the same code (where one answers), and the least that any
// database could do: appending the same bytes to a file and waiting for the disk.
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@/lib/data/database';
import { appendUpdates } from '@/lib/data/documents';
import { openDatabase } from '@/lib/data/openDatabase';
import { listDatabaseKinds, openTestDatabase } from '../builders/database';
import { storeMap } from '../builders/storedMap';
import { median, options, type Row, report } from './report';

/** Bytes of an edit: a few letters typed into a card. */
const editSize = 60;
/** Edits that come in while a commit runs and become the next one, as in a busy workshop. */
const groupSize = 50;
const rounds = options.quick ? 3 : 5;
const commits = options.quick ? 300 : 2000;

type Figures = { p50: number; p99: number; perSecond: number; groupedPerSecond: number | null };
type Append = (edits: number) => Promise<unknown>;

async function measure(append: Append, grouped: boolean): Promise<Figures> {
  const times: number[] = [];
  const start = performance.now();
  for (let count = 0; count < commits; count++) {
    const before = performance.now();
    await append(1);
    times.push(performance.now() - before);
  }
  const perSecond = (commits / (performance.now() - start)) * 1000;
  times.sort((a, b) => a - b);
  const groups = Math.ceil(commits / 10);
  const groupStart = performance.now();
  if (grouped) for (let count = 0; count < groups; count++) await append(groupSize);
  const groupedPerSecond = grouped ? ((groups * groupSize) / (performance.now() - groupStart)) * 1000 : null;
  return {
    p50: times[commits >> 1] ?? Number.NaN,
    p99: times[Math.floor(commits * 0.99)] ?? Number.NaN,
    perSecond,
    groupedPerSecond,
  };
}

async function appendTo(db: Database): Promise<Append> {
  const { id: mapId } = await storeMap(db);
  const update = { bytes: new Uint8Array(editSize).fill(7), actorId: 'user:bench' };
  return (edits) => appendUpdates(db, [{ mapId, updates: Array.from({ length: edits }, () => update) }]);
}

// Not where the tests keep their databases: that may be memory, and a commit there waits for nothing.
const dataDir = mkdtempSync(join(tmpdir(), 'wegmarke-bench-'));
const embedded = await openDatabase({ env: { DATABASE_URL: undefined }, dataDir });
const server = (await listDatabaseKinds()).includes('server') ? await openTestDatabase('server') : null;
const file = await open(join(dataDir, 'floor'), 'a');
try {
  const bytes = new Uint8Array(editSize).fill(7);
  const candidates: { name: string; append: Append; grouped: boolean }[] = [
    { name: 'embedded', append: await appendTo(embedded), grouped: true },
    ...(server ? [{ name: 'PostgreSQL', append: await appendTo(server.db), grouped: true }] : []),
    { name: 'file and fdatasync', append: () => file.write(bytes).then(() => file.datasync()), grouped: false },
  ];
  const found = new Map<string, Figures[]>(candidates.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, append, grouped } of candidates) {
      const figures = await measure(append, grouped);
      if (round > 0) found.get(name)?.push(figures);
    }
  }
  const middle = (name: string, field: keyof Figures): number | null => {
    const values = (found.get(name) ?? []).flatMap((figures) => figures[field] ?? []);
    return values.length > 0 ? median(values) : null;
  };
  const row = (name: string, field: keyof Figures, unit: string, better: Row['better'], note: string): Row => ({
    name,
    unit,
    better,
    ours: middle('embedded', field),
    peers: Object.fromEntries(candidates.slice(1).map((peer) => [peer.name, middle(peer.name, field)])),
    note,
  });
  const each = `${rounds} rounds of ${commits}`;
  report('storage', [
    row('commit, p50', 'p50', 'ms', 'lower', `${each}, one after another`),
    row('commit, p99', 'p99', 'ms', 'lower', each),
    row('commits', 'perSecond', '/s', 'higher', 'one after another'),
    row('edits in groups', 'groupedPerSecond', '/s', 'higher', `${groupSize} a commit`),
  ]);
} finally {
  await file.close();
  await embedded.close();
  await server?.drop();
  rmSync(dataDir, { recursive: true, force: true });
}
