import { type OpenArchive, scanWholePart } from './scanPart';
import { attributeOf } from './xmlScanner';

/** Number formats with which spreadsheets show a number as a date or a time (ECMA-376, 18.8.30, with those of East Asia). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Spreadsheets allow formats of 255 characters. */
const longestFormat = 1_000;

/** A format of one's own shows dates when it has a letter of these outside of quotes and brackets. */
export function isDateFormat(code: string): boolean {
  const plain = code.slice(0, longestFormat).replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return !/general/i.test(plain) && /[ymdhs]/i.test(plain);
}

/** For each style of a spreadsheet's cells, whether numbers are dates in it. */
export async function readDateStyles(archive: OpenArchive, path: string | null): Promise<boolean[]> {
  if (path === null) return [];
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  await scanWholePart(archive, path, {
    open(name, attributes) {
      if (name === 'cellXfs') inCellStyles = true;
      const id = Number(attributeOf(attributes, 'numFmtId'));
      if (name === 'numFmt') own.set(id, isDateFormat(attributeOf(attributes, 'formatCode') ?? ''));
      if (name === 'xf' && inCellStyles) styles.push(own.get(id) ?? isBuiltInDate(id));
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}
