/** A byte of a file, counted from 0, that is no text in the file's encoding; the line on which it stands, counted from 1. */
export type BrokenPlace = { byte: number; line: number };

/** As many as a report needs; of more than these only the number is kept. */
const mostPlaces = 10_000;

/** Remembers where a file could not be decoded. It counts lines the way the row readers do: LF, CR LF and a lone CR end one. */
export class BrokenPlaces {
  readonly places: BrokenPlace[] = [];
  count = 0;
  #line = 1;
  #afterReturn = false;

  /** Goes past text that could be decoded. */
  pass(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10) {
        if (!this.#afterReturn) this.#line++;
        this.#afterReturn = false;
      } else if (code === 13) {
        this.#line++;
        this.#afterReturn = true;
      } else this.#afterReturn = false;
    }
  }

  note(byte: number): void {
    this.#afterReturn = false;
    if (this.places.length < mostPlaces) this.places.push({ byte, line: this.#line });
    this.count++;
  }

  /** The first broken byte on the lines from `first` to `last`, if these are known to have one. */
  within(first: number, last: number): BrokenPlace | undefined {
    let low = 0;
    let high = this.places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.places[middle]?.line ?? 0) < first) low = middle + 1;
      else high = middle;
    }
    const place = this.places[low];
    return place !== undefined && place.line <= last ? place : undefined;
  }

  /** Whether more bytes were broken than their places are known of. */
  get overflowed(): boolean {
    return this.count > this.places.length;
  }
}
