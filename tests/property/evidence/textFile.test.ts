import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DelimitedReader } from '@/lib/evidence/reading/delimited/delimitedReader';
import { startDecoding } from '@/lib/evidence/reading/encoding/decodeText';
import { detectEncoding } from '@/lib/evidence/reading/encoding/detectEncoding';
import { sourceOf } from '@/lib/evidence/reading/fileSource';
import { usualLimits } from '@/lib/evidence/reading/readingLimits';
import { encodeText } from '@/tests/builders/encodeText';
import { randomRuns } from '@/tests/builders/randomRuns';

/** A text cut at random places. */
const cuts = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 });

function* cutUp<T extends { slice(start: number, end?: number): T; length: number }>(whole: T, sizes: number[]): Generator<T> {
  for (let at = 0, index = 0; at < whole.length; index++) {
    const size = sizes[index % sizes.length] ?? 1;
    yield whole.slice(at, at + size);
    at += size;
  }
}

function readRows(text: string, delimiter: string, sizes: number[]) {
  const reader = new DelimitedReader({ delimiter, quote: '"' }, usualLimits);
  const rows = [];
  for (const piece of cutUp(text, sizes)) rows.push(...reader.push(piece));
  rows.push(...reader.end());
  return rows;
}

const cell = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', ' ', 'ä', 'x', "'", '😀'), maxLength: 8 }),
);

describe('a delimited text', () => {
  test('gives back what was quoted, wherever it is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        cuts,
        (rows, delimiter, lineEnd, endsWithLineEnd, sizes) => {
          const text = rows
            .map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter))
            .join(lineEnd)
            .concat(endsWithLineEnd ? lineEnd : '');
          const kept = rows.filter((cells) => cells.some((text) => text.trim() !== ''));
          expect(readRows(text, delimiter, sizes).map(({ cells }) => cells)).toEqual(kept);
        },
      ),
      randomRuns(300),
    );
  });

  test('whatever it holds is read the same wherever it is cut, every line once and in order', () => {
    const text = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', '\r\n', ' ', 'a', 'ß'), maxLength: 60 });
    fc.assert(
      fc.property(text, cuts, (text, sizes) => {
        const rows = readRows(text, ',', [text.length || 1]);
        expect(readRows(text, ',', sizes)).toEqual(rows);
        let last = 0;
        for (const { line, lastLine } of rows) {
          expect(line).toBeGreaterThan(last);
          expect(lastLine).toBeGreaterThanOrEqual(line);
          last = lastLine;
        }
        expect(last).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length);
      }),
      randomRuns(500),
    );
  });
});

describe('an encoded text', () => {
  test('is the same again, wherever its bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 30 }).filter((text) => !text.startsWith('\ufeff')),
        fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'),
        cuts,
        (text, name, sizes) => {
          const decoding = startDecoding({ name, invalidBytes: 'reject' });
          let decoded = '';
          for (const piece of cutUp(encodeText(text, name), sizes)) decoded += decoding.push(piece);
          expect(decoded + decoding.end()).toBe(text);
          expect(decoding.broken.count).toBe(name === 'utf-8' ? 0 : text.split('\ufffd').length - 1);
        },
      ),
      randomRuns(300),
    );
  });

  test('of any bytes: nothing is lost without a report, and bytes that are UTF-8 are never taken for anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), cuts, async (bytes, sizes) => {
        const decoding = startDecoding({ name: 'utf-8', invalidBytes: 'reject' });
        let decoded = '';
        for (const piece of cutUp(bytes, sizes)) decoded += decoding.push(piece);
        decoded += decoding.end();
        let known: string | null = null;
        try {
          known = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        } catch {
          expect(decoding.broken.count).toBeGreaterThan(0);
          expect(decoded.split('\ufffd').length - 1).toBeGreaterThanOrEqual(decoding.broken.count);
        }
        if (known === null) return;
        expect(decoded).toBe(known);
        const mark = [bytes[0], bytes[1]].join();
        if (bytes.includes(0) || mark === '255,254' || mark === '254,255') return;
        expect((await detectEncoding(sourceOf(bytes))).encoding.name).toBe('utf-8');
      }),
      randomRuns(300),
    );
  });
});
