import type { FileRow } from '../fileRow';
import type { ReadingLimits } from '../readingLimits';
import { Refusal } from '../readingProblem';
import { fromDayNumber } from '../time/parseTime';
import { readDateStyles } from './dateStyles';
import { tooFar } from './inflateEntry';
import { scanPart } from './scanPart';
import { CellText, readSharedStrings, unescapeCell } from './sharedStrings';
import type { Workbook } from './workbook';
import { attributeOf } from './xmlScanner';

/** Formulas whose result the file does not hold, and the first row with one. They are never computed. */
export type MissingResults = { count: number; line: number };

/** What the cells of a sheet need to be read. */
type Context = { strings: readonly string[]; dateStyles: readonly boolean[]; from1904: boolean };

type OpenCell = { column: number; type: string; style: number; value: string; hasFormula: boolean };

/** Reads the rows of a sheet, piece by piece. A row's line is its number in the sheet; rows without any text are left out. */
export async function* readSheetRows(
  workbook: Workbook,
  sheet: string,
  limits: ReadingLimits,
  missing: MissingResults,
): AsyncGenerator<FileRow[], void, undefined> {
  const { archive, sheets, from1904, sharedStringsPath, stylesPath } = workbook;
  const path = sheets.find(({ name }) => name === sheet)?.path;
  if (path === undefined) throw new Refusal('plan.sheetMissing', { sheet });
  const context = {
    from1904,
    strings: await readSharedStrings(archive, sharedStringsPath, limits),
    dateStyles: await readDateStyles(archive, stylesPath),
  };
  const listener = new SheetListener(context, limits, missing);
  for await (const _ of scanPart(archive, path, listener)) {
    const rows = listener.takeRows();
    if (rows.length > 0) yield rows;
  }
  yield listener.takeRows();
}

class SheetListener {
  readonly #context: Context;
  readonly #limits: ReadingLimits;
  readonly #missing: MissingResults;
  readonly #inline = new CellText();
  #rows: FileRow[] = [];
  #line = 0;
  #cells: string[] = [];
  #length = 0;
  #total = 0;
  #column = -1;
  #cell: OpenCell | null = null;
  #inValue = false;

  constructor(context: Context, limits: ReadingLimits, missing: MissingResults) {
    this.#context = context;
    this.#limits = limits;
    this.#missing = missing;
  }

  takeRows(): FileRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: string): void {
    if (name === 'row') {
      const number = Number(attributeOf(attributes, 'r'));
      this.#line = Number.isSafeInteger(number) && number > this.#line ? number : this.#line + 1;
      this.#cells = [];
      this.#length = 0;
      this.#column = -1;
    } else if (name === 'c') this.#openCell(attributes);
    else if (this.#cell) {
      if (name === 'v') this.#inValue = true;
      else if (name === 'f') this.#cell.hasFormula = true;
      else this.#inline.open(name);
    }
  }

  text(text: string): void {
    if (!this.#cell) return;
    if (this.#inValue) this.#cell.value += text;
    else this.#inline.add(text);
    const { maxRowLength } = this.#limits;
    if (this.#cell.value.length + this.#inline.text.length > maxRowLength) {
      throw new Refusal('file.rowTooLong', { max: maxRowLength }, this.#line);
    }
  }

  close(name: string): void {
    if (name === 'v') this.#inValue = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else this.#inline.close(name);
  }

  #openCell(attributes: string): void {
    const place = attributeOf(attributes, 'r');
    // Cells without a place follow each other.
    this.#column = place === null ? this.#column + 1 : columnIndex(place);
    const style = Number(attributeOf(attributes, 's') ?? -1);
    this.#cell = { column: this.#column, type: attributeOf(attributes, 't') ?? 'n', style, value: '', hasFormula: false };
  }

  #closeCell(): void {
    const cell = this.#cell;
    if (!cell) return;
    this.#cell = null;
    const inline = this.#inline.take();
    const text = cell.type === 'inlineStr' ? inline : cellText(cell, this.#context);
    if (cell.hasFormula && cell.value === '' && cell.type !== 'str') {
      if (this.#missing.count++ === 0) this.#missing.line = this.#line;
    }
    // Cells that are only painted reach as far as a sheet can.
    if (text === '') return;
    if (cell.column >= this.#limits.maxColumns) {
      throw new Refusal('file.tooManyColumns', { max: this.#limits.maxColumns }, this.#line);
    }
    this.#count(text.length);
    while (this.#cells.length < cell.column) this.#cells.push('');
    this.#cells[cell.column] = text;
  }

  /** A shared text is short in the file and can be long in each of a million cells. */
  #count(length: number): void {
    this.#length += length;
    this.#total += length;
    const { maxRowLength, maxInflatedBytes } = this.#limits;
    if (this.#length > maxRowLength) throw new Refusal('file.rowTooLong', { max: maxRowLength }, this.#line);
    if (this.#total > maxInflatedBytes) throw tooFar(maxInflatedBytes);
  }

  #closeRow(): void {
    const cells = this.#cells;
    if (cells.some((cell) => cell.trim() !== '')) this.#rows.push({ line: this.#line, lastLine: this.#line, cells });
    this.#cells = [];
  }
}

/** The index of the column that a cell's place (`AB12`) names. */
function columnIndex(place: string): number {
  let index = 0;
  for (const letter of place) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    index = index * 26 + value;
  }
  return index - 1;
}

function cellText({ type, style, value }: OpenCell, { strings, dateStyles, from1904 }: Context): string {
  if (value === '') return '';
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'true' : 'false';
  // An error such as #N/A is no value.
  if (type === 'e') return '';
  if (type !== 'n') return unescapeCell(value);
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  return dateStyles[style] ? dateText(number, from1904) : String(number);
}

/** A date as it is written everywhere; a time of day by itself, or a duration, as such. */
function dateText(days: number, from1904: boolean): string {
  if (days >= 0 && days < 1) return new Date(Math.round(days * 86_400) * 1000).toISOString().slice(11, 19);
  const at = fromDayNumber(days, from1904);
  if (at === null) return String(days);
  const text = new Date(at).toISOString();
  return Number.isInteger(days) ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}
