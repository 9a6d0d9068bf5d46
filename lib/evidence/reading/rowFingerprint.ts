import { shortHash } from './fileShape';
import { cleanText } from './values/cleanText';

/**
 * Gives each row of a file a fingerprint by which it is known again. With an identifier of its own, that is it. Without one it is all that
 * stands in the row, under the names of its columns, whatever these are for: two files that overlap have the overlapping rows alike, and so
 * has the same file read by a corrected plan. Rows that are the same in all cells are counted, because two people may well say the same.
 */
export class RowFingerprints {
  readonly #names: readonly string[];
  readonly #counts = new Map<string, number>();
  readonly #contents = new Map<string, string>();

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  /** The fingerprint of a row's content. */
  contentOf(cells: readonly string[]): string {
    const filled = this.#names
      .map((name, index) => [name, cleanText(cells[index] ?? '')] as const)
      .filter(([, cell]) => cell !== '')
      .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
    return shortHash(JSON.stringify(filled));
  }

  /** The fingerprint of a row without an identifier. */
  ofContent(content: string): string {
    const count = (this.#counts.get(content) ?? 0) + 1;
    this.#counts.set(content, count);
    return count === 1 ? content : shortHash(`${content} ${count}`);
  }

  /** The fingerprint of a row with an identifier; whether the file had it before, and with the same content. */
  ofIdentifier(identifier: string, content: string): { fingerprint: string; before: 'none' | 'same' | 'different' } {
    const fingerprint = shortHash(`id ${identifier}`);
    const known = this.#contents.get(fingerprint);
    if (known === undefined) this.#contents.set(fingerprint, content);
    return { fingerprint, before: known === undefined ? 'none' : known === content ? 'same' : 'different' };
  }
}
