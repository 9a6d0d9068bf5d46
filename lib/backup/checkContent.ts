import { createHash, type Hash } from 'node:crypto';
import { positionOf } from '@/lib/data/rows/columns';
import { keyOf } from '@/lib/data/rows/readRows';
import type { Row } from '@/lib/data/rows/source';
import { fromHex } from '@/lib/data/rows/writeRows';
import type { CheckedArchive } from './checkArchive';
import { BackupError, type BackupTable } from './format';
import { readContent } from './readContent';

/**
 * Checks that what is in a backup fits together: every reference leads to a row before it, maps and files are whole, and there is as much
 * as there was. Throws `BackupError` that says where it does not.
 */
export async function checkContent(archive: CheckedArchive, onPlace: (place: string) => void = () => {}): Promise<void> {
  const { reader, header, manifest } = archive;
  const known = new Map(header.tables.flatMap((table) => Object.values(table.parents)).map((name) => [name, new Set<string>()]));
  const counts = new Map<string, number>();
  const broken = new Set(manifest.broken);
  let group: GroupCheck | null = null;
  for await (const item of readContent(archive)) {
    const fail = (what: string): BackupError => new BackupError(`${reader.file} cannot be used: ${what} (${item.place}).`);
    onPlace(item.place);
    if (item.kind === 'begin') group = new GroupCheck();
    else if (item.kind === 'end') {
      const reason = group?.findFault();
      if (reason && !broken.has(group?.key ?? '')) throw fail(reason);
      group = null;
    } else {
      const { table, row } = item;
      for (const [column, parent] of Object.entries(table.parents)) {
        const value = row[positionOf(table, column)];
        if (value === null || value === undefined || known.get(parent)?.has(value)) continue;
        throw fail(`a row of ${table.name} refers to one of ${parent} that is not there`);
      }
      const key = keyOf(table, row).join();
      const own = known.get(table.name);
      if (own?.has(key)) throw fail(`a row of ${table.name} is there twice`);
      own?.add(key);
      counts.set(table.name, (counts.get(table.name) ?? 0) + 1);
      group?.add(table, row);
    }
  }
  for (const { name } of header.tables) {
    const [expected, found] = [manifest.counts[name] ?? 0, counts.get(name) ?? 0];
    if (expected === found) continue;
    throw new BackupError(`${reader.file} cannot be used: it must hold ${expected} rows of ${name}, and holds ${found}.`);
  }
}

/** A map with its snapshot and updates, or a file with its chunks. A table that is read as a group only has nothing of these. */
class GroupCheck {
  key = '';
  #root: { table: BackupTable; row: Row } | null = null;
  #snapshotSize = 0;
  #lastSeq = 0;
  #isGapless = true;
  readonly #hash: Hash = createHash('sha256');

  add(table: BackupTable, row: Row): void {
    const bytes = (): Buffer => fromHex(row[positionOf(table, 'bytes')] ?? '');
    if (table.name === 'journey_map' || table.name === 'blob') {
      this.#root = { table, row };
      this.key = keyOf(table, row).join();
      if (table.name === 'journey_map') this.#lastSeq = Number(this.#value('snapshot_seq'));
    } else if (table.name === 'document_snapshot') this.#snapshotSize += bytes().length;
    else if (table.name === 'blob_chunk') this.#hash.update(bytes());
    else if (table.name === 'document_update') {
      this.#lastSeq += 1;
      if (Number(row[positionOf(table, 'seq')]) !== this.#lastSeq) this.#isGapless = false;
    }
  }

  /** The end of a sentence, or null. */
  findFault(): string | null {
    if (this.#root === null) return null;
    if (this.#root.table.name === 'blob') {
      return this.#hash.digest('hex') === this.key ? null : `the file ${this.key} has another content than its name says`;
    }
    const isWhole =
      this.#isGapless &&
      this.#lastSeq === Number(this.#value('seq')) &&
      (this.#value('snapshot_id') === null || this.#snapshotSize === Number(this.#value('snapshot_size')));
    return isWhole ? null : `the map ${this.key} is not whole`;
  }

  #value(column: string): string | null {
    return this.#root ? (this.#root.row[positionOf(this.#root.table, column)] ?? null) : null;
  }
}
