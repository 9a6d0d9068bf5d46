import type { FileRow } from '../fileRow';
import type { ReadingLimits } from '../readingLimits';
import { Refusal } from '../readingProblem';
import type { DelimitedForm } from './delimitedForm';
import { incomplete, readLine, readRecord, unclosed } from './readRecord';

/** A quote that is opened and never closed costs a second reading of the text behind it: more of them are no accident. */
const mostUnclosed = 200;

/**
 * Reads the rows of a delimited text, chunk by chunk; where the chunks are cut makes no difference. Rows without any
 * text are left out. A line whose quote is never closed becomes a row with a problem, and reading goes on behind it.
 */
export class DelimitedReader {
  /** On how many rows a quote stood where none should, and the first of them. */
  readonly strayQuotes = { count: 0, line: 0 };
  readonly #form: DelimitedForm;
  readonly #limits: ReadingLimits;
  #rest = '';
  #line = 1;
  #unclosed = 0;
  #width = 0;

  constructor(form: DelimitedForm, limits: ReadingLimits) {
    this.#form = form;
    this.#limits = limits;
  }

  push(text: string): FileRow[] {
    return this.#read(text, false);
  }

  end(): FileRow[] {
    return this.#read('', true);
  }

  #read(more: string, isLast: boolean): FileRow[] {
    const text = this.#rest + more;
    const rows: FileRow[] = [];
    let at = 0;
    while (at < text.length) {
      const record = readRecord(text, at, this.#form, isLast, this.#width);
      const tooLong = record === incomplete && text.length - at > this.#limits.maxRowLength;
      if (record === unclosed || tooLong) at = this.#skipLine(text, at, rows);
      else if (record === incomplete) break;
      else {
        const { cells, next, inner, ended, strayQuotes } = record;
        const line = this.#line;
        this.#line += inner + (ended ? 1 : 0);
        if (next - at > this.#limits.maxRowLength) throw new Refusal('file.rowTooLong', { max: this.#limits.maxRowLength }, line);
        if (cells.length > this.#limits.maxColumns) {
          throw new Refusal('file.tooManyColumns', { max: this.#limits.maxColumns }, line);
        }
        at = next;
        if (!strayQuotes) this.#width = cells.length;
        if (cells.every((cell) => cell.trim() === '')) continue;
        if (strayQuotes) this.#noteStrayQuotes(line);
        rows.push({ line, lastLine: line + inner, cells });
      }
    }
    this.#rest = text.slice(at);
    return rows;
  }

  #noteStrayQuotes(line: number): void {
    if (this.strayQuotes.count++ === 0) this.strayQuotes.line = line;
  }

  #tooLong(): Refusal {
    return new Refusal('file.rowTooLong', { max: this.#limits.maxRowLength }, this.#line);
  }

  /** Goes past one line whose quote is not closed, however far the reader has looked for it. */
  #skipLine(text: string, start: number, rows: FileRow[]): number {
    const end = /\r\n|\n|\r/g;
    end.lastIndex = start;
    const found = end.exec(text);
    if (found === null && text.length - start > this.#limits.maxRowLength) throw this.#tooLong();
    const stop = found?.index ?? text.length;
    if (++this.#unclosed > mostUnclosed) throw new Refusal('file.quotesBroken', { count: mostUnclosed }, this.#line);
    const content = text.slice(start, stop);
    const line = this.#line;
    const cells = readLine(content, this.#form, this.#width);
    if (cells) this.#noteStrayQuotes(line);
    rows.push(
      cells
        ? { line, lastLine: line, cells }
        : {
            line,
            lastLine: line,
            cells: [content],
            // Without the line itself: who knows what stands in it.
            problem: { key: 'row.quoteNotClosed', line, values: {} },
          },
    );
    if (found === null) return text.length;
    this.#line++;
    return stop + found[0].length;
  }
}
