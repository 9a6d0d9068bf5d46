import type { FileRow } from '../fileRow';
import type { ReadingLimits } from '../readingLimits';
import { Refusal } from '../readingProblem';
import { flattenRecord } from './flattenRecord';
import type { JsonForm } from './jsonForm';
import { type JsonRecordReader, startJsonRecords } from './jsonRecords';
import type { JsonRecord } from './jsonWalker';

/**
 * Reads the records of a JSON file as rows. Columns come into being as records name them: `columns` grows while reading, and rows that were
 * read before have fewer cells.
 */
export class JsonRows {
  /** Each column's label by its name, in the order of its cells. */
  readonly columns = new Map<string, string>();
  readonly #places = new Map<string, number>();
  readonly #limits: ReadingLimits;
  readonly #reader: JsonRecordReader;

  constructor(form: JsonForm, limits: ReadingLimits, known: readonly string[] = []) {
    this.#limits = limits;
    this.#reader = startJsonRecords(form, limits);
    for (const name of known) this.#placeOf(name, name, 0);
  }

  push(text: string): FileRow[] {
    return this.#reader.push(text).map((record) => this.#toRow(record));
  }

  end(): FileRow[] {
    return this.#reader.end().map((record) => this.#toRow(record));
  }

  #toRow({ text, line, lastLine }: JsonRecord): FileRow {
    const record = parseRecord(text);
    if (record === null) {
      const problem = { key: 'row.notJson', line, values: {} } as const;
      return { line, lastLine, cells: [], problem };
    }
    const cells: string[] = [];
    flattenRecord(record, (name, cell, label = name) => {
      cells[this.#placeOf(name, label, line)] = cell;
    });
    return { line, lastLine, cells: Array.from(cells, (cell) => cell ?? '') };
  }

  #placeOf(name: string, label: string, line: number): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const place = this.#places.size;
    if (place >= this.#limits.maxColumns) throw new Refusal('file.tooManyColumns', { max: this.#limits.maxColumns }, line);
    this.#places.set(name, place);
    this.columns.set(name, label);
    return place;
  }
}

function parseRecord(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
