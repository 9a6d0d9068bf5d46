const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/**
 * What can be counted of a file's bytes in one pass, chunk by chunk, to tell its encoding: characters of UTF-8 and what is none, every
 * byte from 0x80 on by where it stands, and zero bytes at even and odd places.
 */
export class ByteTally {
  size = 0;
  /** The first bytes, for a byte-order mark. */
  readonly start: number[] = [];
  readonly zeros = { even: 0, odd: 0 };
  /** Characters of two bytes and more, and bytes that belong to none. */
  utf8Characters = 0;
  utf8Invalid = 0;
  /** U+FFFD that stands in the file: some program before has lost characters. */
  replacementCharacters = 0;
  /** How often each byte from 0x80 on stands between two ASCII letters, and elsewhere. */
  readonly inWord = new Uint32Array(128);
  readonly elsewhere = new Uint32Array(128);

  #need = 0;
  #low = 0x80;
  #high = 0xbf;
  #code = 0;
  #last = 0;
  #beforeLast = 0;

  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (this.size < 4) this.start.push(byte);
      if (byte === 0) this.zeros[this.size % 2 === 0 ? 'even' : 'odd']++;
      this.size++;
      if (this.#last >= 0x80) this.#place(byte);
      this.#beforeLast = this.#last;
      this.#last = byte;
      if (byte >= 0x80 || this.#need > 0) this.#follow(byte);
    }
  }

  end(): void {
    if (this.#last >= 0x80) this.#place(0x20);
    if (this.#need > 0) this.utf8Invalid++;
    this.#need = 0;
    this.#last = 0;
  }

  #place(next: number): void {
    const counts = isLetter(this.#beforeLast) && isLetter(next) ? this.inWord : this.elsewhere;
    const index = this.#last - 0x80;
    counts[index] = (counts[index] ?? 0) + 1;
  }

  #follow(byte: number): void {
    if (this.#need > 0) {
      if (byte >= this.#low && byte <= this.#high) {
        this.#low = 0x80;
        this.#high = 0xbf;
        this.#code = (this.#code << 6) | (byte & 0x3f);
        if (--this.#need > 0) return;
        this.utf8Characters++;
        if (this.#code === 0xfffd) this.replacementCharacters++;
        return;
      }
      this.utf8Invalid++;
      this.#need = 0;
      if (byte < 0x80) return;
    }
    this.#begin(byte);
  }

  #begin(byte: number): void {
    this.#need = byte >= 0xc2 && byte <= 0xdf ? 1 : byte >= 0xe0 && byte <= 0xef ? 2 : byte >= 0xf0 && byte <= 0xf4 ? 3 : 0;
    if (this.#need === 0) this.utf8Invalid++;
    this.#code = byte & (0x3f >> this.#need);
    this.#low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    this.#high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
  }
}
