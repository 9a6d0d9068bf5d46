import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { TableForm } from '@/lib/data/rows/columns';
import type { Row } from '@/lib/data/rows/source';
import { fromHex } from '@/lib/data/rows/writeRows';
import type { ArchiveWriter } from './archive';
import { type GroupLine, rowsName } from './format';

const compress = promisify(gzip);
/** Characters after which a part is closed: large enough to shrink well, small enough to lie in memory. */
const partLength = 1024 * 1024;
/** Of zlib's levels 1–9: beyond this one, updates and files shrink no further and only take longer. */
const level = 3;

/** Counts of rows by table. */
export type Counts = Record<string, number>;

/** Writes rows into the parts of a backup. */
export class RowParts {
  readonly counts: Counts = {};
  readonly discarded: number[] = [];
  readonly #archive: ArchiveWriter;
  #lines: string[] = [];
  #length = 0;
  #number = 0;
  #groups = 0;
  #countsBefore: Counts = {};

  constructor(archive: ArchiveWriter) {
    this.#archive = archive;
  }

  async add(table: Pick<TableForm, 'name' | 'columns'>, row: Row): Promise<void> {
    this.counts[table.name] = (this.counts[table.name] ?? 0) + 1;
    const values = row.map((value, index) =>
      value !== null && table.columns[index]?.type === 'bytea' ? fromHex(value).toString('base64') : value,
    );
    await this.#line([table.name, ...values]);
  }

  /** What comes until `end` or `discard` is one consistent state. */
  async begin(): Promise<void> {
    this.#countsBefore = { ...this.counts };
    await this.#line({ begin: ++this.#groups });
  }

  async end(): Promise<void> {
    await this.#line({ end: this.#groups });
  }

  /** What came since `begin` shall not count after all. */
  async discard(): Promise<void> {
    for (const table of Object.keys(this.counts)) this.counts[table] = this.#countsBefore[table] ?? 0;
    this.discarded.push(this.#groups);
    await this.end();
  }

  /** Closes the last part. */
  async finish(): Promise<void> {
    if (this.#lines.length === 0) return;
    const text = `${this.#lines.join('\n')}\n`;
    this.#lines = [];
    this.#length = 0;
    await this.#archive.add(rowsName(++this.#number), await compress(text, { level }));
  }

  async #line(line: GroupLine | (string | null)[]): Promise<void> {
    const text = JSON.stringify(line);
    this.#lines.push(text);
    this.#length += text.length;
    if (this.#length > partLength) await this.finish();
  }
}
