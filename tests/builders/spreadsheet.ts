import { strToU8, type Zippable, zipSync } from 'fflate';

/** A cell: a text, a number, true or false, nothing, or the XML of the whole cell, in which `{r}` stands for its place. */
export type BuiltCell = string | number | boolean | null | { xml: string };

export type SpreadsheetOptions = {
  /** Rows of each sheet by its name. */
  sheets: Record<string, BuiltCell[][]>;
  /** Texts once for all cells, as Excel writes them, or in each cell, as other programs do. */
  strings?: 'shared' | 'inline';
  from1904?: boolean;
  /** What replaces or is added to the archive; null takes a part out. */
  parts?: Record<string, string | Uint8Array | null>;
  level?: 0 | 6;
};

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const package_ = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The cell styles of every built spreadsheet: 0 plain, 1 date, 2 date and time, 3 a date format of its own, 4 money in a format of its own. */
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="[$-407]dd\\.mm\\.yyyy\\ hh:mm;@"/><numFmt numFmtId="165" formatCode="#,##0.00&quot; Tsd &quot;[Red]"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

/** A small spreadsheet (Office Open XML), as a program would write it. */
export function buildSpreadsheet({
  sheets,
  strings = 'shared',
  from1904 = false,
  parts = {},
  level = 6,
}: SpreadsheetOptions): Uint8Array {
  const names = Object.keys(sheets);
  const shared: string[] = [];
  const files: Zippable = {
    '_rels/.rels': strToU8(
      `${head}<Relationships xmlns="${package_}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${names
        .map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${head}<Relationships xmlns="${package_}">${names
        .map(
          (_, index) =>
            `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
        )
        .join(
          '',
        )}<Relationship Id="s" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="t" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': strToU8(styles),
  };
  for (const [index, rows] of Object.values(sheets).entries()) {
    const body = rows
      .map(
        (cells, row) =>
          `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, place(column, row), strings, shared)).join('')}</row>`,
      )
      .join('');
    files[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(
      `${head}<worksheet xmlns="${main}"><dimension ref="A1"/><sheetData>${body}</sheetData></worksheet>`,
    );
  }
  // Behind the sheets, where Excel has them as well.
  files['xl/sharedStrings.xml'] = strToU8(
    `${head}<sst xmlns="${main}">${shared.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`,
  );
  for (const [path, part] of Object.entries(parts)) {
    if (part === null) delete files[path];
    else files[path] = typeof part === 'string' ? strToU8(part) : part;
  }
  return zipSync(files, { level });
}

const place = (column: number, row: number): string => `${String.fromCharCode(65 + column)}${row + 1}`;

function cellXml(cell: BuiltCell, at: string, strings: 'shared' | 'inline', shared: string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell !== 'string') return cell.xml.replace('{r}', at);
  if (strings === 'inline') return `<c r="${at}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
  const known = shared.indexOf(cell);
  return `<c r="${at}" t="s"><v>${known >= 0 ? known : shared.push(cell) - 1}</v></c>`;
}
