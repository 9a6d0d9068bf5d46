import type { TextPort } from '@/lib/document/textBinding';
import type { TextSelection } from '@/lib/document/textDelta';

/** A textarea as a browser has it, without one: value, selection, and typing at the selection. */
export class FakeTextarea implements TextPort {
  value = '';
  start = 0;
  end = 0;
  /** How often the value was written to from outside: while composing that would break the composition. */
  writes = 0;

  read(): TextSelection & { value: string } {
    return { value: this.value, start: this.start, end: this.end };
  }

  write(value: string, { start, end }: TextSelection): void {
    this.value = value;
    this.start = start;
    this.end = end;
    this.writes++;
  }

  select(start: number, end = start): void {
    this.start = Math.min(start, this.value.length);
    this.end = Math.min(end, this.value.length);
  }

  /** Replaces the selection, as typing and pasting do. */
  type(text: string): void {
    this.value = this.value.slice(0, this.start) + text + this.value.slice(this.end);
    this.select(this.start + text.length);
  }

  backspace(): void {
    if (this.start === this.end) this.start = Math.max(0, this.start - 1);
    this.type('');
  }
}
