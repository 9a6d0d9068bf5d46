import type { ReadingLimits } from '../readingLimits';
import { Refusal } from '../readingProblem';
import { tooFar } from './inflateEntry';
import { type OpenArchive, scanWholePart } from './scanPart';

/** `_x000D_` stands for characters that XML cannot hold. */
export const unescapeCell = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** Gathers the text of a cell from its runs; how it is pronounced, which East Asian cells may add, is left out. */
export class CellText {
  text = '';
  #taking = false;
  #inPronunciation = false;

  open(name: string): void {
    if (name === 'rPh') this.#inPronunciation = true;
    this.#taking = name === 't' && !this.#inPronunciation;
  }

  close(name: string): void {
    if (name === 'rPh') this.#inPronunciation = false;
    if (name === 't') this.#taking = false;
  }

  add(text: string): void {
    if (this.#taking) this.text += text;
  }

  take(): string {
    const { text } = this;
    this.text = '';
    return unescapeCell(text);
  }
}

/** Shared texts are the only part of a file that has to be in memory. */
const mostCharacters = 200_000_000;

/** The texts that cells refer to by number. All of them have to be held while a sheet is read. */
export async function readSharedStrings(archive: OpenArchive, path: string | null, limits: ReadingLimits): Promise<string[]> {
  const strings: string[] = [];
  if (path === null) return strings;
  const cell = new CellText();
  let total = 0;
  await scanWholePart(archive, path, {
    open: (name) => cell.open(name),
    text(text) {
      cell.add(text);
      if (cell.text.length > limits.maxRowLength) throw new Refusal('file.rowTooLong', { max: limits.maxRowLength });
    },
    close(name) {
      cell.close(name);
      if (name !== 'si') return;
      const string = cell.take();
      total += string.length;
      if (total > mostCharacters) throw tooFar(mostCharacters);
      strings.push(string);
    },
  });
  return strings;
}
