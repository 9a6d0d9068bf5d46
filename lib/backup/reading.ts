import { positionOf, type TableForm } from '@/lib/data/rows/columns';
import { keyOf, readPages } from '@/lib/data/rows/readRows';
import type { Row, RowSource } from '@/lib/data/rows/source';
import type { Moment } from './moment';
import type { RowParts } from './rowParts';

/** More often than this a table is not read again. */
const attempts = 5;

/** The tables of an installation on their way into a backup. */
export class Reading {
  /** Keys of what was not whole. */
  readonly broken: string[] = [];
  /** Keys that are in the backup, of tables that others refer to. */
  readonly #known: Map<string, Set<string>>;

  constructor(
    private readonly moment: Moment,
    readonly forms: readonly TableForm[],
    readonly out: RowParts,
  ) {
    const parents = forms.flatMap((form) => Object.values(form.parents));
    this.#known = new Map(parents.map((name) => [name, new Set()]));
  }

  get source(): RowSource {
    return this.moment.source;
  }

  /** Reads while nobody else can write. */
  alone<Result>(read: (source: RowSource) => Promise<Result>): Promise<Result> {
    return this.moment.alone(read);
  }

  form(name: string): TableForm {
    const found = this.forms.find((form) => form.name === name);
    if (!found) throw new Error(`The database has no table ${name}.`);
    return found;
  }

  /**
   * Takes a row in, unless it refers to one that is not in the backup: such a row was written after its parent's table had been read, which
   * is after the backup began (on a PostgreSQL server, where one moment is read, there is none). Returns whether it was taken.
   */
  async add(form: TableForm, row: Row): Promise<boolean> {
    for (const [column, parent] of Object.entries(form.parents)) {
      const value = row[positionOf(form, column)];
      if (value !== null && value !== undefined && !this.#known.get(parent)?.has(value)) return false;
    }
    this.#known.get(form.name)?.add(keyOf(form, row).join());
    await this.out.add(form, row);
    return true;
  }

  /** Takes back that a row was taken in. */
  forget(form: TableForm, row: Row): void {
    this.#known.get(form.name)?.delete(keyOf(form, row).join());
  }

  /**
   * Reads a table. Pages are of different moments, so that a value which must be there once may be seen twice: an e-mail address that went
   * from one account to another in between. Then the table is read again; what is seen twice even so is left out.
   */
  async readTable(form: TableForm): Promise<void> {
    if (form.uniques.length === 0) {
      for await (const rows of readPages(this.source, form)) for (const row of rows) await this.add(form, row);
      return;
    }
    for (let attempt = 1; ; attempt++) {
      await this.out.begin();
      if (await this.#readUnique(form, attempt === attempts)) return this.out.end();
      await this.out.discard();
    }
  }

  async #readUnique(form: TableForm, isLast: boolean): Promise<boolean> {
    const taken: Row[] = [];
    const seen = new Set<string>();
    for await (const rows of readPages(this.source, form)) {
      for (const row of rows) {
        const values = form.uniques.map((columns) => columns.map((column) => row[positionOf(form, column)] ?? null));
        const marks = values.flatMap((list, index) => (list.includes(null) ? [] : JSON.stringify([index, ...list])));
        if (marks.some((mark) => seen.has(mark))) {
          if (isLast) continue;
          for (const before of taken) this.forget(form, before);
          return false;
        }
        for (const mark of marks) seen.add(mark);
        taken.push(row);
        await this.add(form, row);
      }
    }
    return true;
  }
}
