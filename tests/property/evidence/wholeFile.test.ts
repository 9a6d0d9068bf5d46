import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FileSource } from '@/lib/evidence/reading/fileSource';
import { sourceOf } from '@/lib/evidence/reading/fileSource';
import { inspectFile } from '@/lib/evidence/reading/inspectFile';
import { maskPersonalData } from '@/lib/evidence/reading/personal/findPersonalData';
import { readFile } from '@/lib/evidence/reading/readFile';
import type { ReadItem } from '@/lib/evidence/reading/readResponse';
import { encodeText } from '@/tests/builders/encodeText';
import { randomRuns } from '@/tests/builders/randomRuns';
import { buildSpreadsheet } from '@/tests/builders/spreadsheet';

const headers = ['Response ID', 'Datum', 'NPS', 'Kommentar', 'Ort'] as const;

const row = fc.record({
  Datum: fc
    .date({ min: new Date('2020-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 16).replace('T', ' ')),
  NPS: fc.integer({ min: -1, max: 12 }).map(String),
  Kommentar: fc.string({ unit: fc.constantFrom('"', ';', ',', '\n', ' ', 'ü', 'wort', "'", '=', '€'), maxLength: 12 }),
  Ort: fc.constantFrom('Köln', 'Bonn', ''),
});
const rows = fc
  .array(row, { minLength: 3, maxLength: 12 })
  .map((list) => list.map((cells, index) => [`r${index}`, cells.Datum, cells.NPS, cells.Kommentar, cells.Ort]));

function toCsv(table: readonly string[][], delimiter: string): string {
  return table.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n');
}

/** A source that gives at most so many bytes at once, as a slow disk might. */
const slowly = (bytes: Uint8Array, most: number): FileSource => ({
  size: bytes.length,
  read: async (start, end) => bytes.slice(start, Math.min(end, start + most)),
});

/** What a file gives, without the lines: these are others in another form. */
async function readAll(source: FileSource): Promise<unknown[]> {
  const inspected = await inspectFile(source);
  if (inspected.kind === 'refused') return [inspected.problem.key];
  const items: ReadItem[] = [];
  for await (const item of readFile(source, inspected.plan)) items.push(item);
  return items
    .filter((item) => item.kind !== 'remark')
    .map((item) => {
      if (item.kind === 'response') return { ...item, line: 0 };
      return item.kind === 'repeated' ? item : [item.kind, item.problem.key, item.problem.column];
    });
}

test('a table gives the same answers as CSV in any encoding, as a spreadsheet and as JSON', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom(',', ';', '\t'), fc.integer({ min: 3, max: 500 }), async (body, delimiter, most) => {
      const table = [[...headers], ...body];
      const text = toCsv(table, delimiter);
      const expected = await readAll(sourceOf(encodeText(text, 'utf-8')));
      expect(await readAll(slowly(encodeText(text, 'utf-8'), most))).toEqual(expected);
      expect(await readAll(sourceOf(encodeText(text, 'windows-1252')))).toEqual(expected);
      expect(await readAll(slowly(encodeText(`\ufeff${text}`, 'utf-16le'), most))).toEqual(expected);
      expect(await readAll(sourceOf(buildSpreadsheet({ sheets: { A: table }, strings: 'inline' })))).toEqual(expected);
      const records = body.map((cells) => Object.fromEntries(headers.map((name, index) => [name, cells[index]])));
      expect(await readAll(sourceOf(encodeText(JSON.stringify(records), 'utf-8')))).toEqual(expected);
    }),
    randomRuns(60),
  );
});

test('reading any bytes ends, with a sentence where it cannot be done', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc
          .string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '1', 'a', '\n', '\\', ';'), maxLength: 80 })
          .map((text) => encodeText(text, 'utf-8')),
        fc.tuple(rows, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 6 })).map(([body, changes]) => {
          const bytes = buildSpreadsheet({ sheets: { A: [[...headers], ...body] } });
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          return bytes;
        }),
      ),
      async (bytes) => {
        expect(Array.isArray(await readAll(sourceOf(bytes)))).toBe(true);
      },
    ),
    randomRuns(200),
  );
});

test('masking changes only what was found, and no e-mail address survives it', () => {
  const piece = fc.constantFrom(
    'Tel. ',
    '0151 2345678',
    '+49 30 1234567',
    'a@example.org',
    ' ',
    '12.03.2026',
    'DE89 3704 0044 0532 0130 00',
    '4111 1111 1111 1111',
    'Nr. ',
    '99,00 €',
    '\n',
    'und',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join(' ');
      const { text: masked, findings } = maskPersonalData(text);
      let rebuilt = '';
      let at = 0;
      for (const { start, end } of findings) {
        expect(start).toBeGreaterThanOrEqual(at);
        rebuilt += `${text.slice(at, start)}▇▇▇`;
        at = end;
      }
      expect(masked).toBe(rebuilt + text.slice(at));
      expect(masked).not.toContain('@');
    }),
    randomRuns(300),
  );
});
