import type { ReadingLimits } from '../readingLimits';
import { Refusal } from '../readingProblem';
import type { JsonForm } from './jsonForm';
import { type JsonRecord, JsonWalker } from './jsonWalker';

/** Takes the texts of a JSON file's records out of it, chunk by chunk. */
export type JsonRecordReader = { push(text: string): JsonRecord[]; end(): JsonRecord[] };

/** Begins to read the records of a JSON file. */
export function startJsonRecords({ records, path }: JsonForm, limits: ReadingLimits): JsonRecordReader {
  if (records === 'lines') return new JsonLines(limits.maxRowLength);
  if (records === 'values') return new JsonWalker((place) => place.length === 0, limits.maxRowLength);
  return new JsonWalker(
    (place) => place.length === path.length + 1 && place.at(-1) === null && path.every((name, index) => place[index] === name),
    limits.maxRowLength,
  );
}

/** One record a line, so that a broken one costs that line only. */
class JsonLines implements JsonRecordReader {
  readonly #maxLength: number;
  #rest = '';
  #line = 1;

  constructor(maxLength: number) {
    this.#maxLength = maxLength;
  }

  push(text: string): JsonRecord[] {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    const records = lines.map((line, index) => ({ text: line.trim(), line: this.#line + index, lastLine: this.#line + index }));
    this.#line += lines.length;
    if (this.#rest.length > this.#maxLength) throw new Refusal('file.rowTooLong', { max: this.#maxLength }, this.#line);
    return records.filter(({ text: record }) => record !== '');
  }

  end(): JsonRecord[] {
    return this.push('\n');
  }
}
