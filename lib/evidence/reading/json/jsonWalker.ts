import { Refusal } from '../readingProblem';

/** A value of a JSON text that was asked for, as its text. */
export type JsonRecord = { text: string; line: number; lastLine: number };

/**
 * Where a value begins: the names of the objects that it is in, from the outside; null for each array. `opener` is its first character.
 * The answer says whether its text is wanted.
 */
export type WantsValue = (path: readonly (string | null)[], opener: string) => boolean;

type Container = { isObject: boolean; name: string; awaitsName: boolean };

const deepest = 64;
const blank = /\s/;

/**
 * Goes through a JSON text, chunk by chunk, and takes out the texts of the values that are wanted. Of what lies around them it only follows
 * the brackets; whether the values themselves are JSON is for their parser to say.
 */
export class JsonWalker {
  readonly #wants: WantsValue;
  readonly #maxLength: number;
  readonly #open: Container[] = [];
  #text = '';
  #at = 0;
  #line = 1;
  /** Where the wanted value begins that is being followed, and how deep it is nested at `#at`; null outside of one. */
  #wanted: { start: number; depth: number } | null = null;

  constructor(wants: WantsValue, maxLength: number) {
    this.#wants = wants;
    this.#maxLength = maxLength;
  }

  push(text: string): JsonRecord[] {
    this.#text += text;
    const records: JsonRecord[] = [];
    while (this.#at < this.#text.length) {
      if (this.#wanted === null) {
        if (!this.#step()) break;
      } else {
        const record = this.#followWanted(this.#wanted);
        if (!record) break;
        records.push(record);
      }
    }
    const kept = this.#wanted?.start ?? this.#at;
    if (this.#text.length - kept > this.#maxLength) throw new Refusal('file.rowTooLong', { max: this.#maxLength }, this.#line);
    this.#text = this.#text.slice(kept);
    this.#at -= kept;
    if (this.#wanted) this.#wanted.start = 0;
    return records;
  }

  /** Refuses a text that ends before its brackets are closed. */
  end(): JsonRecord[] {
    // A number at the very end has no end of its own.
    const records = this.push(' ');
    if (this.#wanted !== null || this.#open.length > 0 || this.#text.trim() !== '') throw this.#syntax();
    return records;
  }

  #syntax(): Refusal {
    return new Refusal('json.syntax', {}, this.#line);
  }

  /** One step outside of wanted values; false when the text breaks off inside of a string. */
  #step(): boolean {
    const character = this.#text[this.#at] ?? '';
    const top = this.#open.at(-1);
    if (character === '"' && top?.awaitsName) return this.#readName(top);
    if (character === '}' || character === ']') {
      if (this.#open.pop()?.isObject !== (character === '}')) throw this.#syntax();
    } else if (character === ',') {
      if (!top) throw this.#syntax();
      top.awaitsName = top.isObject;
    } else if (character === '\n') this.#line++;
    else if (character !== ':' && !blank.test(character)) {
      if (top?.awaitsName) throw this.#syntax();
      return this.#beginValue(character);
    }
    this.#at++;
    return true;
  }

  #readName(top: Container): boolean {
    const end = stringEnd(this.#text, this.#at);
    if (end < 0) return false;
    top.name = parseName(this.#text.slice(this.#at, end));
    top.awaitsName = false;
    this.#at = end;
    return true;
  }

  #beginValue(opener: string): boolean {
    const path = this.#open.map(({ isObject, name }) => (isObject ? name : null));
    if (this.#wants(path, opener)) {
      this.#wanted = { start: this.#at, depth: 0 };
      return true;
    }
    if (opener === '"') {
      const end = stringEnd(this.#text, this.#at);
      if (end < 0) return false;
      this.#at = end;
      return true;
    }
    if (opener === '{' || opener === '[') {
      if (this.#open.length >= deepest) throw new Refusal('json.tooDeep', { deepest }, this.#line);
      this.#open.push({ isObject: opener === '{', name: '', awaitsName: opener === '{' });
    } else if (!/[-+.\w]/.test(opener)) throw this.#syntax();
    this.#at++;
    return true;
  }

  /** Goes on inside of a wanted value, up to its end; null when the text ends before it does. */
  #followWanted(wanted: { start: number; depth: number }): JsonRecord | null {
    const text = this.#text;
    for (let at = this.#at; ; at++) {
      this.#at = at;
      const character = text[at];
      if (character === undefined) return null;
      if (character === '"') {
        const end = stringEnd(text, at);
        if (end < 0) return null;
        at = end - 1;
        if (wanted.depth === 0) return this.#finish(wanted.start, end);
      } else if (character === '{' || character === '[') {
        if (++wanted.depth > deepest) throw new Refusal('json.tooDeep', { deepest }, this.#line);
      } else if (character === '}' || character === ']') {
        if (wanted.depth === 0) return this.#finish(wanted.start, at);
        if (--wanted.depth === 0) return this.#finish(wanted.start, at + 1);
      } else if (wanted.depth === 0 && (character === ',' || blank.test(character))) return this.#finish(wanted.start, at);
    }
  }

  #finish(start: number, end: number): JsonRecord {
    const text = this.#text.slice(start, end);
    const line = this.#line;
    this.#line += text.split('\n').length - 1;
    this.#at = end;
    this.#wanted = null;
    return { text, line, lastLine: this.#line };
  }
}

/** The place behind a string that begins at a quote; -1 when the text ends before it does. */
function stringEnd(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text[at - 1 - escapes] === '\\') escapes++;
    if (escapes % 2 === 0) return at + 1;
  }
  return -1;
}

function parseName(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}
