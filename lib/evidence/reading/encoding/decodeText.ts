import { BrokenPlaces } from './brokenPlaces';
import { codeUnitsOf, isCodePage, replacement, upperCharacter } from './codePages';
import type { EncodingName, InvalidBytes, TextEncoding } from './encodingName';
import { utf8LengthAt, wholeUtf8End } from './utf8';

/** Turns the bytes of a file into text, chunk by chunk. Where the chunks are cut makes no difference. A byte-order mark is left out. */
export type TextDecoding = {
  /** The text that is certain after these bytes. */
  push(bytes: Uint8Array): string;
  /** What was held back, once there are no more bytes. */
  end(): string;
  /** The bytes that were no text. Each stands in the text as U+FFFD, or as what `invalidBytes` says. */
  readonly broken: BrokenPlaces;
};

/** Begins to decode a file. */
export function startDecoding({ name, invalidBytes }: TextEncoding): TextDecoding {
  if (name === 'utf-8') return new Utf8Decoding(invalidBytes);
  if (isCodePage(name)) return new CodePageDecoding(codeUnitsOf(name));
  return new Utf16Decoding(name);
}

/** Bytes that were held back, and new ones behind them. */
function join(rest: Uint8Array, bytes: Uint8Array): Uint8Array {
  if (rest.length === 0) return bytes;
  const joined = new Uint8Array(rest.length + bytes.length);
  joined.set(rest);
  joined.set(bytes, rest.length);
  return joined;
}

const withoutMark = (text: string, atStart: boolean): string => (atStart && text.startsWith('\ufeff') ? text.slice(1) : text);

class Utf8Decoding implements TextDecoding {
  readonly broken = new BrokenPlaces();
  readonly #invalid: InvalidBytes;
  readonly #strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #rest = new Uint8Array();
  #at = 0;

  constructor(invalid: InvalidBytes) {
    this.#invalid = invalid;
  }

  push(bytes: Uint8Array): string {
    const all = join(this.#rest, bytes);
    const end = wholeUtf8End(all);
    this.#rest = all.slice(end);
    return this.#decode(all.subarray(0, end));
  }

  end(): string {
    const rest = this.#rest;
    this.#rest = new Uint8Array();
    return this.#decode(rest);
  }

  #decode(bytes: Uint8Array): string {
    const first = this.#at === 0;
    let text: string;
    try {
      text = this.#strict.decode(bytes);
      this.broken.pass(text);
    } catch {
      text = this.#decodeBroken(bytes);
    }
    this.#at += bytes.length;
    return withoutMark(text, first);
  }

  #decodeBroken(bytes: Uint8Array): string {
    let text = '';
    let whole = 0;
    for (let at = 0; at < bytes.length; ) {
      const length = utf8LengthAt(bytes, at);
      if (length > 0) {
        at += length;
        continue;
      }
      const span = this.#strict.decode(bytes.subarray(whole, at));
      this.broken.pass(span);
      this.broken.note(this.#at + at);
      text += span + (this.#invalid === 'reject' ? replacement : upperCharacter('windows-1252', bytes[at] ?? 0));
      whole = ++at;
    }
    const span = this.#strict.decode(bytes.subarray(whole));
    this.broken.pass(span);
    return text + span;
  }
}

/** Goes through text that may hold U+FFFD for what could not be decoded. */
function noteReplaced(text: string, broken: BrokenPlaces, byteOf: (index: number) => number): void {
  let passed = 0;
  for (let at = text.indexOf(replacement); at >= 0; at = text.indexOf(replacement, passed)) {
    broken.pass(text.slice(passed, at));
    broken.note(byteOf(at));
    passed = at + 1;
  }
  broken.pass(passed === 0 ? text : text.slice(passed));
}

class Utf16Decoding implements TextDecoding {
  readonly broken = new BrokenPlaces();
  readonly #decoder: TextDecoder;
  #units = 0;

  constructor(name: EncodingName) {
    this.#decoder = new TextDecoder(name, { ignoreBOM: true });
  }

  push(bytes: Uint8Array): string {
    return this.#take(this.#decoder.decode(bytes, { stream: true }));
  }

  end(): string {
    return this.#take(this.#decoder.decode());
  }

  #take(text: string): string {
    const before = this.#units;
    // A lone half of a pair becomes one U+FFFD, so that code units and pairs of bytes stay in step.
    noteReplaced(text, this.broken, (index) => 2 * (before + index));
    this.#units += text.length;
    return withoutMark(text, before === 0);
  }
}

class CodePageDecoding implements TextDecoding {
  readonly broken = new BrokenPlaces();
  readonly #units: Uint16Array;
  #at = 0;

  constructor(units: Uint16Array) {
    this.#units = units;
  }

  push(bytes: Uint8Array): string {
    const codes = this.#units;
    let text = '';
    // As many at once as a call takes arguments without harm.
    for (let from = 0; from < bytes.length; from += 4096) {
      const piece = bytes.subarray(from, from + 4096);
      const units = new Uint16Array(piece.length);
      for (let at = 0; at < piece.length; at++) units[at] = codes[piece[at] ?? 0] ?? 0;
      text += String.fromCharCode.apply(null, units as unknown as number[]);
    }
    const before = this.#at;
    noteReplaced(text, this.broken, (index) => before + index);
    this.#at += bytes.length;
    return text;
  }

  end(): string {
    return '';
  }
}
