import { countLineEnds } from '../lineEnds';
import type { DelimitedForm } from './delimitedForm';

/** The cells of one record and where the next begins. `inner`: line ends inside of its cells; `ended`: whether one stands behind it. */
export type DelimitedRecord = { cells: string[]; next: number; inner: number; ended: boolean; strayQuotes: boolean };

/** The text ends before the record does. */
export const incomplete = Symbol('incomplete');
/** The text ends inside of quotes. */
export const unclosed = Symbol('unclosed');

type Cell = { text: string; next: number; lines: number; stray: boolean };

/** Whether quotes in wrong places of a cell that begins with one are its text (`inside`), or all of them, the first included (`all`). */
type StrayQuotes = 'inside' | 'all';

/**
 * Reads the record that begins at a place of a text (RFC 4180, leniently). `isLast` says that no text follows. Quotes inside of a cell that
 * is not quoted are its text. Of a cell that begins with a quote and has others in wrong places, there are two kinds in the field: programs
 * that forget to double them, and programs that quote nothing. `width`, the number of cells of other records, decides between them.
 */
export function readRecord(
  text: string,
  start: number,
  form: DelimitedForm,
  isLast: boolean,
  width = 0,
): DelimitedRecord | typeof incomplete | typeof unclosed {
  const record = readCells(text, start, form, isLast, 'inside');
  if (typeof record === 'symbol' || !record.strayQuotes) return record;
  if (record.cells.length === width && record.inner === 0) return record;
  const plain = readCells(text, start, form, isLast, 'all');
  return typeof plain !== 'symbol' && plain.cells.length === width ? plain : record;
}

/**
 * The cells of a line by itself, when a quote on it is not closed before the text ends. Null when the line cannot be meant so: it has another
 * number of cells than other records, or a cell with nothing but the opening quote.
 */
export function readLine(line: string, form: DelimitedForm, width: number): string[] | null {
  const record = readCells(line, 0, form, true, 'all');
  return typeof record !== 'symbol' && record.cells.length === width ? record.cells : null;
}

/** Cells of one record that have quotes in wrong places. Of each the end is looked for, perhaps to the end of the text: of many that takes forever. */
const mostStray = 100;

function readCells(
  text: string,
  start: number,
  form: DelimitedForm,
  isLast: boolean,
  strayQuotes: StrayQuotes,
): DelimitedRecord | typeof incomplete | typeof unclosed {
  const cells: string[] = [];
  let inner = 0;
  let stray = 0;
  for (let at = start; ; ) {
    const cell = readCell(text, at, form, isLast, strayQuotes);
    if (typeof cell === 'symbol') return cell;
    if (cell.stray && ++stray > mostStray) return isLast || text.indexOf('\n', start) >= 0 ? unclosed : incomplete;
    cells.push(cell.text);
    inner += cell.lines;
    at = cell.next;
    if (text[at] === form.delimiter) {
      at++;
      continue;
    }
    if (at >= text.length) return isLast ? { cells, next: at, inner, ended: false, strayQuotes: stray > 0 } : incomplete;
    const next = afterLineEnd(text, at, isLast);
    return next === null ? incomplete : { cells, next, inner, ended: true, strayQuotes: stray > 0 };
  }
}

/** A CR at the end of what is known so far may be the first half of CR LF. */
function afterLineEnd(text: string, at: number, isLast: boolean): number | null {
  if (text[at] === '\n') return at + 1;
  if (at + 1 < text.length) return text[at + 1] === '\n' ? at + 2 : at + 1;
  return isLast ? at + 1 : null;
}

function readCell(
  text: string,
  start: number,
  form: DelimitedForm,
  isLast: boolean,
  strayQuotes: StrayQuotes,
): Cell | typeof incomplete | typeof unclosed {
  const { quote } = form;
  if (quote === '') return readPlain(text, start, form);
  let at = start;
  while (text[at] === ' ') at++;
  if (text[at] !== quote) return readPlain(text, start, form);
  const quoted = readQuoted(text, at, form, isLast);
  if (quoted === incomplete) return quoted;
  const isClean = quoted !== unclosed && !quoted.stray;
  // Blanks before the quote, as people write: only where the whole cell is quoted is that what they meant.
  if (isClean || (at === start && strayQuotes === 'inside')) return quoted;
  const plain = readPlain(text, start, form);
  return quoted === unclosed && plain.text.split(quote).length < 3 ? unclosed : { ...plain, stray: true };
}

function readPlain(text: string, start: number, { delimiter }: DelimitedForm): Cell {
  const code = delimiter.charCodeAt(0);
  let at = start;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === code || unit === 10 || unit === 13) break;
  }
  return { text: text.slice(start, at), next: at, lines: 0, stray: false };
}

function readQuoted(
  text: string,
  start: number,
  { delimiter, quote }: DelimitedForm,
  isLast: boolean,
): Cell | typeof incomplete | typeof unclosed {
  let content = '';
  let stray = false;
  let from = start + 1;
  for (let at = text.indexOf(quote, from); ; at = text.indexOf(quote, at)) {
    if (at < 0) return isLast ? unclosed : incomplete;
    if (text[at + 1] === quote) {
      content += text.slice(from, at + 1);
      at += 2;
      from = at;
      continue;
    }
    let next = at + 1;
    while (text[next] === ' ' && delimiter !== ' ') next++;
    if (next >= text.length && !isLast) return incomplete;
    const follower = text[next];
    if (next >= text.length || follower === delimiter || follower === '\n' || follower === '\r') {
      content += text.slice(from, at);
      return { text: content, next, lines: countLineEnds(content), stray };
    }
    stray = true;
    at++;
  }
}
