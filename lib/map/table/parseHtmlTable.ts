import { type HtmlToken, listHtmlTokens } from './htmlTokens';

/** Columns beyond which cells that span many are taken for less wide: a table of this width is refused anyway. */
const maxColumns = 1000;

/** Elements that begin and end a line of a cell. */
const lines = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'tr',
  'td',
  'th',
  'blockquote',
]);

function spanOf(attributes: string, name: 'colspan' | 'rowspan'): number {
  const [, value = '1'] = new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']?\\s*(\\d{1,5})`, 'i').exec(attributes) ?? [];
  return Math.min(Math.max(Number(value), 1), maxColumns);
}

/** Collects the cells of a table, one below the other where they span rows. */
class TableBuilder {
  readonly rows: string[][] = [];
  /** Words that stand in no cell: a caption. */
  hasStray = false;
  /** How many further rows a cell of an earlier row takes, by column. */
  readonly #taken: number[] = [];
  #row: string[] | null = null;
  #text: string | null = null;
  #span = { columns: 1, rows: 1 };

  openRow(): void {
    this.closeRow();
    this.#row = [];
    this.#skipTaken(this.#row);
  }

  closeRow(): void {
    this.closeCell();
    if (this.#row) this.rows.push(this.#row);
    this.#row = null;
  }

  openCell(attributes: string): void {
    this.closeCell();
    if (!this.#row) this.openRow();
    this.#text = '';
    this.#span = { columns: spanOf(attributes, 'colspan'), rows: spanOf(attributes, 'rowspan') };
  }

  closeCell(): void {
    const row = this.#row;
    if (!row || this.#text === null) return;
    const text = toCellText(this.#text);
    for (let column = 0; column < this.#span.columns && row.length < maxColumns; column++) {
      this.#taken[row.length] = this.#span.rows - 1;
      row.push(column === 0 ? text : '');
    }
    this.#text = null;
    this.#skipTaken(row);
  }

  write(text: string): void {
    if (this.#text !== null) this.#text += text;
    else if (text.replaceAll('\0', '').trim() !== '') this.hasStray = true;
  }

  #skipTaken(row: string[]): void {
    for (let taken = this.#taken[row.length] ?? 0; taken > 0; taken = this.#taken[row.length] ?? 0) {
      this.#taken[row.length] = taken - 1;
      row.push('');
    }
  }
}

/** The words of a cell: white space as HTML means it, a line for each line. U+0000 stands for a line break meanwhile. */
function toCellText(text: string): string {
  return text
    .replace(/[\s\u00a0]+/g, ' ')
    .split('\0')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

function read(builder: TableBuilder, token: HtmlToken, depth: number): void {
  if (token.type === 'text') {
    builder.write(token.text.replaceAll('\0', ''));
    return;
  }
  const { type, name, attributes } = token;
  // A table inside of a cell is part of that cell's words.
  if (depth > 1 || !['tr', 'td', 'th'].includes(name)) {
    if (name === 'br' || lines.has(name)) builder.write('\0');
  } else if (name === 'tr') {
    if (type === 'open') builder.openRow();
    else builder.closeRow();
  } else if (type === 'open') builder.openCell(attributes);
  else builder.closeCell();
}

/**
 * The rows of a table in HTML, when it is all that the HTML says and has more than one column; null otherwise, since what stands beside a
 * table would be lost. Cells that span several have their words in the first.
 */
export function parseHtmlTable(html: string): string[][] | null {
  const builder = new TableBuilder();
  let depth = 0;
  let tables = 0;
  for (const token of listHtmlTokens(html)) {
    if (token.type === 'open' && token.name === 'table' && depth++ === 0) tables++;
    if (depth > 0) read(builder, token, depth);
    else if (token.type === 'text' && token.text.trim() !== '') return null;
    if (token.type === 'close' && token.name === 'table' && depth > 0) depth--;
  }
  builder.closeRow();
  return tables === 1 && !builder.hasStray && builder.rows.some(({ length }) => length > 1) ? builder.rows : null;
}
