import { createHash } from 'node:crypto';
import { positionOf, type TableForm } from '@/lib/data/rows/columns';
import { keyOf, readPages, readRows } from '@/lib/data/rows/readRows';
import type { Row } from '@/lib/data/rows/source';
import { fromHex } from '@/lib/data/rows/writeRows';
import type { Reading } from './reading';

/** What is being read may be compacted or swept meanwhile; then it is read again. After so many times, it is read while everybody waits. */
const attempts = 3;

/** Several tables' rows that only together make sense: read as one consistent state although others write meanwhile. */
export type Group = {
  /** The table with one row for each such thing. */
  root: string;
  /** The tables that are read together with it. */
  members: readonly string[];
  /** Reads what belongs to one row of the root. False when that does not fit to the row (any more). */
  readMembers(reading: GroupReading, root: RootRow): Promise<boolean>;
  /** Whether the row counts at all. */
  counts?(root: RootRow): boolean;
};

/** What reading a group needs. */
type GroupReading = Pick<Reading, 'source' | 'form' | 'add'>;

/** A row of a group's root, by column; null for columns that a database of an older version lacks. */
export type RootRow = (column: string) => string | null;

/** A map with its snapshot and the updates after it. */
export const maps: Group = {
  root: 'journey_map',
  members: ['document_snapshot', 'document_update'],
  // One that is being removed for good is not whole any more.
  counts: (map) => map('purged_at') === null,
  async readMembers(reading, map) {
    const id = map('id') ?? '';
    const snapshotId = map('snapshot_id');
    if (snapshotId !== null) {
      let size = 0;
      for await (const bytes of readBytes(reading, 'document_snapshot', { id: snapshotId })) size += bytes.length;
      if (size !== Number(map('snapshot_size'))) return false;
    }
    const form = reading.form('document_update');
    const [first, last] = [Number(map('snapshot_seq')), Number(map('seq'))];
    let read = 0;
    for await (const rows of readPages(reading.source, form, { within: { map_id: id }, after: [id, String(first)] })) {
      const seq = positionOf(form, 'seq');
      const own = rows.filter((row) => Number(row[seq]) <= last);
      for (const row of own) await reading.add(form, row);
      read += own.length;
      if (own.length < rows.length) break;
    }
    // Numbers are gapless, so their count says whether all are there.
    return read === last - first;
  },
};

/** A file with its chunks. One that is not whole yet was not stored yet. */
export const files: Group = {
  root: 'blob',
  members: ['blob_chunk'],
  counts: (file) => file('ready') === 'true',
  async readMembers(reading, file) {
    const hash = createHash('sha256');
    for await (const bytes of readBytes(reading, 'blob_chunk', { hash: file('hash') ?? '' })) hash.update(bytes);
    return hash.digest('hex') === file('hash');
  },
};

export const groups: readonly Group[] = [maps, files];

/** Reads rows whose column `bytes` are pieces of one value, and gives these. */
async function* readBytes(reading: GroupReading, table: string, within: Record<string, string>): AsyncGenerator<Buffer> {
  const form = reading.form(table);
  const bytes = positionOf(form, 'bytes');
  for await (const rows of readPages(reading.source, form, { within })) {
    for (const row of rows) {
      await reading.add(form, row);
      yield fromHex(row[bytes] ?? '\\x');
    }
  }
}

/** Reads all of a group. What is not whole even when nobody writes is kept as it is, and noted. */
export async function readGroup(reading: Reading, group: Group): Promise<void> {
  const form = reading.form(group.root);
  for await (const rows of readPages(reading.source, form)) {
    for (const row of rows) await readOne(reading, group, keyOf(form, row));
  }
}

async function readOne(reading: Reading, group: Group, key: string[]): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    await reading.out.begin();
    const { row, isWhole } = await readRoot(reading, group, key);
    if (isWhole) return reading.out.end();
    if (row) reading.forget(reading.form(group.root), row);
    await reading.out.discard();
  }
  await readAlone(reading, group, key);
}

/** Gathered first and written afterwards: nobody shall wait for the backup's file, too. */
async function readAlone(reading: Reading, group: Group, key: string[]): Promise<void> {
  const gathered: [TableForm, Row][] = [];
  const isWhole = await reading.alone(async (source) => {
    const add = async (form: TableForm, row: Row): Promise<boolean> => gathered.push([form, row]) > 0;
    const found = await readRoot({ source, add, form: (name) => reading.form(name) }, group, key);
    return found.isWhole;
  });
  await reading.out.begin();
  for (const [form, row] of gathered) await reading.add(form, row);
  if (!isWhole) reading.broken.push(key.join());
  await reading.out.end();
}

/** A root's row with what belongs to it. `row` is null when it is gone or does not count, which is whole. */
async function readRoot(reading: GroupReading, group: Group, key: string[]): Promise<{ row: Row | null; isWhole: boolean }> {
  const form = reading.form(group.root);
  const within = Object.fromEntries(form.key.map((column, index) => [column, key[index] ?? '']));
  const [row] = await readRows(reading.source, form, { within, limit: 1 });
  if (!row) return { row: null, isWhole: true };
  const root: RootRow = (column) => row[form.columns.findIndex(({ name }) => name === column)] ?? null;
  if (group.counts?.(root) === false) return { row: null, isWhole: true };
  // Without its root nothing of the group has a place: its parent came into being after the backup began.
  return { row, isWhole: !(await reading.add(form, row)) || (await group.readMembers(reading, root)) };
}
